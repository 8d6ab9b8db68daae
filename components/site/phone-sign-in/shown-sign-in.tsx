'use client';

import type { ReactNode } from 'react';
import { TimeLeft } from '@/components/site/activation/following/time-left';
import { useRemainingSeconds } from '@/components/site/activation/following/use-remaining-seconds';
import { useScreenKeptOn } from '@/components/site/following/use-screen-kept-on';
import { Notice } from '@/components/ui/notice';
import { LoginSteps } from './login-steps';
import type { PhoneSignInWay, ShownPhoneSignIn } from './phone-sign-in-start';
import type { PhoneSignInView } from './run-phone-sign-in';
import type { AskedFor } from './spoken-words';
import { SiteMark } from '@/components/site/layout/site-mark';
import { CodeImage } from '@/components/ui/code-image';
import { phoneSignInNames } from '@/lib/shared/names/sign-in-names';
import { t, type Message } from '@/lib/shared/language/t';

const OPENING_WORDS = {
  'sign-in': 'Signed in. One moment…',
  confirmation: 'Confirmed. One moment…',
} as const satisfies Record<AskedFor, Message>;

const STARTING_WORDS = { image: 'Creating the image…', message: 'Sending…' } as const satisfies Record<
  PhoneSignInWay,
  Message
>;

/** Image left, what to do right; one below the other on a phone. */
export function ShownSignIn({
  view,
  about,
  showsAsker,
  isForAnyone,
  children,
}: {
  view: Exclude<PhoneSignInView, { stage: 'choosing' | 'ended' }>;
  about: AskedFor;
  /** See `PhoneCapabilities`. */
  showsAsker: boolean;
  /** See `PhoneWays`. */
  isForAnyone: boolean;
  /** What can be done to stop it. */
  children: ReactNode;
}) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-8 md:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
      {view.stage === 'shown' ? (
        <Following key={view.status.id} {...view} about={about} showsAsker={showsAsker} isForAnyone={isForAnyone}>
          {children}
        </Following>
      ) : (
        <>
          <LoginImageCard image={null} about={about}>
            {t(view.stage === 'opening' ? OPENING_WORDS[about] : STARTING_WORDS[view.way])}
          </LoginImageCard>
          {view.stage === 'starting' && children}
        </>
      )}
    </div>
  );
}

function Following({
  status,
  number,
  image,
  typedKey,
  isReconnecting,
  about,
  showsAsker,
  isForAnyone,
  children,
}: ShownPhoneSignIn & {
  isReconnecting: boolean;
  about: AskedFor;
  showsAsker: boolean;
  isForAnyone: boolean;
  children: ReactNode;
}) {
  const seconds = useRemainingSeconds(status.expiresAt, status.serverTime) ?? 0;
  const isScanned = status.state === 'scanned';
  useScreenKeptOn(seconds > 0);
  return (
    <>
      <LoginImageCard image={isScanned || seconds === 0 ? null : image} about={about}>
        {cardWords(image ? 'image' : 'message', isScanned, seconds)}
      </LoginImageCard>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        {isReconnecting && (
          <Notice tone="warning" title={t('Reconnecting…')}>
            <p>{t('We can’t reach the server and keep trying. What you do on the phone still counts.')}</p>
          </Notice>
        )}
        <LoginSteps
          number={number}
          way={image ? 'image' : 'message'}
          typedKey={typedKey}
          isScanned={isScanned}
          showsAsker={showsAsker}
          isForAnyone={isForAnyone}
        />
        <TimeLeft seconds={seconds} />
        {children}
      </div>
    </>
  );
}

/** What stands in the image's place. */
function cardWords(way: PhoneSignInWay, isScanned: boolean, seconds: number): string {
  if (isScanned) return t(way === 'image' ? phoneSignInNames.scanned : phoneSignInNames.opened);
  return seconds === 0 ? t('Time’s up.') : t(phoneSignInNames.lookAtPhone);
}

/**
 * The white card with the image, or what stands in its place before there is one and once nobody must read it any more:
 * low on a small screen, so that the number below is seen.
 */
function LoginImageCard({
  image,
  about,
  children,
}: {
  image: ShownPhoneSignIn['image'] | null;
  about: AskedFor;
  children: string;
}) {
  if (image) {
    return (
      <div className="-mx-4 max-w-88 overflow-hidden border-line bg-white scheme-light forced-color-adjust-none min-[24rem]:mx-auto min-[24rem]:w-full min-[24rem]:rounded-card min-[24rem]:border">
        <CodeImage
          name={about === 'sign-in' ? t(phoneSignInNames.image) : t(phoneSignInNames.confirmationImage)}
          image={image}
        />
      </div>
    );
  }
  return (
    <div className="grid w-full max-w-88 content-center justify-items-center gap-4 rounded-card border border-line bg-surface p-8 text-center min-[24rem]:mx-auto md:aspect-square">
      <SiteMark className="size-16" />
      <p className="text-lg">{children}</p>
    </div>
  );
}
