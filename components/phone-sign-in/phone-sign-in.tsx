'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { askForSession } from '@/components/sessions/ask-for-session';
import { Button, buttonClasses } from '@/components/ui/buttons/button';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { phoneSignInNames } from '@/lib/names/sign-in-names';
import { EndedSignIn } from './ended-sign-in';
import type { PhoneSignInEnding } from './ended-words';
import { ChooseWay, type AccountsHere } from './choose-way';
import { SendForm } from './send-form';
import { ShownSignIn } from './shown-sign-in';
import type { PhoneSignInStart, SignInHereStart } from './phone-sign-in-start';
import { useSignInHere, type SignInHereView } from './use-sign-in-here';
import { spokenWords } from './spoken-words';
import { isTouchDevice, usePhoneSignIn } from './use-phone-sign-in';
import type { PhoneSignInView } from './run-phone-sign-in';
import { t } from '@/lib/language/t';

const ENDINGS: Partial<Record<string, PhoneSignInEnding>> = {
  'too-many-attempts': 'too-many-attempts',
  'device-not-usable': 'device-not-usable',
  unavailable: 'unavailable',
};

/**
 * The page for signing in with a phone.
 * @param next path to go to when signed in
 * @param passwordPath the other way to sign in
 * @param hasImage whether the gateway makes an image for whoever may come; where it makes none, its phones are not this
 *   site's app either
 * @param timeLimitMs how long a request can be answered
 */
export function PhoneSignIn({
  next,
  passwordPath,
  hasImage,
  timeLimitMs,
  actions,
  findAccountsHere,
}: {
  next: string;
  passwordPath: Route;
  hasImage: boolean;
  timeLimitMs: number;
  actions: {
    start: () => Promise<PhoneSignInStart>;
    startHere: (userId: string) => Promise<SignInHereStart>;
    send: (userId: string) => Promise<PhoneSignInStart>;
    cancel: () => Promise<void>;
  };
  /** Accounts of this site's app in this browser. */
  findAccountsHere: () => Promise<AccountsHere>;
}) {
  const here = useSignInHere(next, actions.startHere, openPhoneSession);
  const { view: otherView, begin } = usePhoneSignIn({
    path: '/api/phone-sign-in',
    start: (way, input) => (way === 'image' ? actions.start() : actions.send(input)),
    finish: () => openPhoneSession(null),
    next,
    hasImage,
  });
  const view = viewOf(here.view) ?? otherView;
  function askAgain() {
    here.clear();
    if (here.view === 'none' || !isTouchDevice()) begin('image');
  }
  const sendTo = (input: string) => begin('message', input);
  const [userId, setUserId] = useState('');
  const router = useRouter();
  const heading = useRef<HTMLHeadingElement>(null);
  const isMessage = view.stage === 'shown' ? view.image === null : 'way' in view && view.way === 'message';

  // What had the focus may have left the page with the stage that it belonged to.
  useEffect(() => {
    if (document.activeElement === document.body && view.stage !== 'starting') heading.current?.focus();
  }, [view.stage]);

  function cancel() {
    // Nobody waits for the answer: the image dies within a minute by itself.
    void actions.cancel().catch(() => undefined);
    router.push(passwordPath);
  }

  function send(input: string) {
    setUserId(input);
    sendTo(input);
  }

  return (
    <>
      <PageHeading ref={heading} lead={t('Use your activated phone instead of your password.')}>
        {t(phoneSignInNames.heading)}
      </PageHeading>
      <output aria-live="polite" className="sr-only">
        {spokenWords(view, 'sign-in')}
      </output>
      {view.stage === 'choosing' && (
        <ChooseWay
          findAccountsHere={findAccountsHere}
          onHere={here.begin}
          onSend={send}
          onImage={hasImage ? askAgain : null}
          passwordPath={passwordPath}
        />
      )}
      {view.stage === 'ended' && (
        <EndedSignIn
          ending={view.ending}
          way={view.way}
          timeLimitMs={timeLimitMs}
          askAgain={hasImage ? askAgain : null}
          sendAgain={() => sendTo(userId)}
          passwordPath={passwordPath}
        />
      )}
      {view.stage !== 'choosing' && view.stage !== 'ended' && (
        <ShownSignIn view={view} about="sign-in">
          <div className="flex flex-wrap gap-3">
            {isMessage && hasImage && (
              // A tab of its own, because this page waits for the phone's answer.
              <a
                href="/authenticator"
                target="_blank"
                className={`${buttonClasses('primary')} not-pointer-coarse:hidden`}
              >
                {t(phoneSignInNames.openApp)}
              </a>
            )}
            <Button onClick={cancel}>{t(phoneSignInNames.cancel)}</Button>
            {isMessage && hasImage && <Button onClick={askAgain}>{t(phoneSignInNames.showImage)}</Button>}
          </div>
        </ShownSignIn>
      )}
      {offersToSend(view) && <SendForm userId={userId} isFirst={false} onSend={send} />}
      <noscript>
        <p className="mb-4">{t('Signing in with a phone needs JavaScript.')}</p>
        <LinkButton href={passwordPath}>{t(phoneSignInNames.withPassword)}</LinkButton>
      </noscript>
    </>
  );
}

function viewOf(here: SignInHereView): PhoneSignInView | null {
  if (here === 'none') return null;
  return here === 'opening' ? { stage: 'opening' } : { stage: 'ended', ending: here.ending, way: 'here' };
}

/** Turns the phone's approval into a session of this browser. @param returned what the app in this browser handed over */
async function openPhoneSession(returned: string | null): Promise<'done' | PhoneSignInEnding> {
  try {
    const answer = await askForSession('phone', { returned: returned ?? '' });
    if (answer.ok) return 'done';
    return ENDINGS[answer.error ?? ''] ?? 'not-finished';
  } catch {
    return 'unreachable';
  }
}

/** Not beside "Send again", unless the user ID may have been mistyped. */
function offersToSend(view: PhoneSignInView): boolean {
  if (view.stage === 'shown') return view.image !== null;
  return view.stage === 'ended' && (view.way === 'image' || view.ending === 'expired');
}
