'use client';

import { useEffect, useState, type ComponentProps } from 'react';
import { GatewayFailure } from '@/lib/phone/gateway-failure';
import { judgeSignInLink } from '@/lib/phone/login/judge-sign-in-link';
import type { LinkedLogin } from '@/lib/phone/login/login-steps';
import type { SignInHereLink } from '@/lib/shared/codes/sign-in-here-link';
import { t } from '@/lib/shared/language/t';
import type { Phone } from '../phone';
import { PhoneScreen } from '../phone-screen';
import { LoginFailedScreen } from './login-failed-screen';
import { LoginScreens } from './login-screens';
import { SIGN_IN_PAGE } from './return-to-page';
import { inBackground } from '@/components/site/feedback/perform';

type Judged = LinkedLogin | 'judging' | 'not-here';

/** A sign-in that a link hands over, once it is known to be this browser's own. Leaving leads back to the sign-in page. */
export function LinkedLoginScreens({
  link,
  ...rest
}: Omit<ComponentProps<typeof LoginScreens>, 'source'> & { link: SignInHereLink }) {
  const { phone, accounts, onScanAgain } = rest;
  const [judged, setJudged] = useState<Judged>('judging');
  const hasAccount = accounts.some(({ state }) => state === 'usable');

  useEffect(() => {
    let isGone = false;
    async function find(): Promise<void> {
      const verdict = await judge(phone, link);
      if (!isGone) setJudged(verdict);
    }
    inBackground(find());
    return () => {
      isGone = true;
    };
  }, [phone, link]);

  if (judged === 'judging') return <PhoneScreen key="judging" title={t('One moment')} />;
  if (judged === 'not-here' || !hasAccount)
    return (
      <LoginFailedScreen
        failure="not-here"
        purpose={null}
        way="link"
        onScanAgain={onScanAgain}
        onClose={rest.onLeave}
      />
    );
  return <LoginScreens {...rest} source={judged} onLeave={leave} />;
}

function leave(): void {
  window.location.replace(SIGN_IN_PAGE);
}

async function judge({ pins, gateway }: Phone, link: SignInHereLink): Promise<Judged> {
  try {
    const judged = await judgeSignInLink({ origin: window.location.origin, pins }, link, await gateway());
    return judged.ok ? judged.value : judged.refusal;
  } catch (error) {
    if (error instanceof GatewayFailure) return 'not-here';
    throw error;
  }
}
