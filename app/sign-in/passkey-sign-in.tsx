'use client';

import { KeyRound } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { inBackground, perform } from '@/components/site/feedback/perform';
import { loadAndAsk } from '@/components/site/passkeys/load-and-ask';
import { PasskeyElsewhere } from '@/components/site/passkeys/passkey-elsewhere';
import { TROUBLE_WORDS } from '@/components/site/passkeys/trouble-words';
import { usePasskeyOffer } from '@/components/site/passkeys/use-passkey-offer';
import { askForSession } from '@/components/site/sessions/ask-for-session';
import { Button } from '@/components/ui/buttons/button';
import { ButtonProgress } from '@/components/ui/buttons/button-progress';
import { Notice } from '@/components/ui/notice';
import { signInNames } from '@/lib/shared/names/sign-in-names';
import { t, type Message } from '@/lib/shared/language/t';

const REFUSALS = {
  'passkey-refused': 'That passkey didn’t work here. It may have been removed. Try again, or sign in another way.',
  'too-many-attempts': TROUBLE_WORDS['too-many-attempts'],
  unreachable: TROUBLE_WORDS.unreachable,
  unavailable: 'Sign-in is not possible at the moment. Try again in a minute.',
} as const satisfies Record<string, Message>;

/**
 * Signs in with a passkey: from the autofill of the user ID, or by a button.
 * @param next path to open after the sign-in
 * @param origin that the site's passkeys are for
 */
export function PasskeySignIn({ next, origin }: { next: string; origin: string }) {
  const offer = usePasskeyOffer(origin);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);
  const autofill = useRef<AbortController | null>(null);

  async function enter(answer: string) {
    setIsPending(true);
    const code = await trySignIn(answer);
    // A full navigation drops the router's cache, which may hold pages of the previous user.
    if (code === null) return window.location.assign(next);
    setProblem(t(REFUSALS[code]));
    setIsPending(false);
  }

  function offerQuietly() {
    const { signal } = (autofill.current = new AbortController());
    const offered = import('@/components/site/passkeys/offer-in-autofill')
      .then(({ offerInAutofill }) => offerInAutofill(signal))
      // Without autofill there is still the button.
      .catch(() => null)
      .then((answer) => (answer === null || signal.aborted ? null : enter(answer)));
    inBackground(offered);
  }

  async function press() {
    if (isPending) return;
    setIsPending(true);
    setProblem(null);
    autofill.current?.abort();
    const answer = await loadAndAsk('/api/passkeys/sign-in');
    if (answer.ok) return enter(answer.answer);
    setProblem(t(TROUBLE_WORDS[answer.trouble]));
    setIsPending(false);
    offerQuietly();
  }

  useEffect(() => {
    if (offer === 'offered') offerQuietly();
    return () => autofill.current?.abort();
    // Once, when it is known that passkeys are offered.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [offer]);

  if (offer === 'elsewhere')
    return <PasskeyElsewhere origin={origin} path={`/sign-in?next=${encodeURIComponent(next)}`} />;
  return (
    <div className="grid justify-items-start gap-facts phone:w-full">
      {/* Without the words "Sign in", by which test suites find the password form's button. */}
      <Button
        onClick={() => perform(press())}
        disabled={offer === 'not-supported'}
        aria-disabled={isPending}
        aria-busy={isPending}
      >
        <ButtonProgress isPending={isPending}>
          <KeyRound aria-hidden="true" className="size-5" />
          {t(signInNames.withPasskey)}
        </ButtonProgress>
      </Button>
      {offer === 'not-supported' && <p className="text-sm text-ink-soft">{t('This browser has no passkeys.')}</p>}
      {problem && (
        <Notice tone="error" role="alert">
          {problem}
        </Notice>
      )}
    </div>
  );
}

/** @returns null if signed in */
async function trySignIn(answer: string): Promise<keyof typeof REFUSALS | null> {
  try {
    const result = await askForSession('passkey', { answer });
    if (result.ok) return null;
    return isRefusal(result.error) ? result.error : 'unavailable';
  } catch {
    return 'unreachable';
  }
}

function isRefusal(code: string | null): code is keyof typeof REFUSALS {
  return code !== null && Object.hasOwn(REFUSALS, code);
}
