'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { Button, buttonClasses } from '@/components/ui/buttons/button';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { phoneSignInNames } from '@/lib/shared/names/sign-in-names';
import { EndedSignIn } from './ended-sign-in';
import { openPhoneSession } from './open-phone-session';
import { ChooseWay, type AccountsHere } from './choose-way';
import { SendForm } from './send-form';
import { ShownSignIn } from './shown-sign-in';
import type { PhoneSignInStart, PhoneSignInWay, PhoneWays, SignInHereStart, TypedPerson } from './phone-sign-in-start';
import { useSignInHere, type SignInHereView } from './use-sign-in-here';
import { spokenWords } from './spoken-words';
import { isTouchDevice, usePhoneSignIn } from './use-phone-sign-in';
import type { PhoneSignInView } from './run-phone-sign-in';
import { t, type Message } from '@/lib/shared/language/t';

const LEADS = {
  alone: 'Use your activated phone instead of your password.',
  'with-password': 'Use your activated phone beside your password.',
} as const satisfies Record<string, Message>;

/**
 * The page for signing in with a phone.
 * @param next path to go to when signed in
 * @param passwordPath the other way to sign in
 * @param ways how phones are asked; where an image names its person, they are not this site's app
 */
export function PhoneSignIn({
  next,
  passwordPath,
  ways,
  actions,
  findAccountsHere,
}: {
  next: string;
  passwordPath: Route;
  ways: PhoneWays;
  actions: {
    start: () => Promise<PhoneSignInStart>;
    startHere: (userId: string) => Promise<SignInHereStart>;
    send: (way: PhoneSignInWay, typed: TypedPerson) => Promise<PhoneSignInStart>;
    cancel: () => Promise<void>;
  };
  /** Accounts of this site's app in this browser. */
  findAccountsHere: () => Promise<AccountsHere>;
}) {
  const here = useSignInHere(next, actions.startHere, openPhoneSession);
  const { isForAnyone } = ways;
  const {
    view: otherView,
    begin,
    choose,
  } = usePhoneSignIn({
    path: '/api/phone-sign-in',
    start: (way, typed) => (way === 'image' && isForAnyone ? actions.start() : actions.send(way, typed)),
    finish: () => openPhoneSession(null),
    next,
    beginsWithImage: isForAnyone,
  });
  const view = viewOf(here.view) ?? otherView;
  function askAgain() {
    here.clear();
    if (here.view === 'none' || !isTouchDevice()) begin('image');
  }
  const [userId, setUserId] = useState('');
  /** A password that was typed is not there any more. */
  function again(way: PhoneSignInWay): void {
    if (ways.wantsPassword) choose();
    else begin(way, { userId, password: '' });
  }
  const askForImage = isForAnyone ? askAgain : () => again('image');
  const router = useRouter();
  const heading = useRef<HTMLHeadingElement>(null);
  const isMessage = view.stage === 'shown' ? view.image === null : 'way' in view && view.way === 'message';

  // What had the focus may have left the page with the stage that it belonged to.
  useEffect(() => {
    if (document.activeElement === document.body && view.stage !== 'starting') heading.current?.focus();
  }, [view.stage]);

  function cancel() {
    // Nobody waits for the answer: the image dies within a minute by itself.
    actions.cancel().catch(() => undefined);
    router.push(passwordPath);
  }

  function send(way: PhoneSignInWay, typed: TypedPerson) {
    setUserId(typed.userId);
    begin(way, typed);
  }

  return (
    <>
      <PageHeading ref={heading} lead={t(LEADS[ways.wantsPassword ? 'with-password' : 'alone'])}>
        {t(phoneSignInNames.heading)}
      </PageHeading>
      <output aria-live="polite" className="sr-only">
        {spokenWords(view, 'sign-in')}
      </output>
      {view.stage === 'choosing' && (
        <ChooseWay
          ways={ways}
          findAccountsHere={findAccountsHere}
          onHere={here.begin}
          onSend={send}
          onImage={isForAnyone ? askAgain : null}
          passwordPath={passwordPath}
        />
      )}
      {view.stage === 'ended' && (
        <EndedSignIn
          ending={view.ending}
          way={view.way}
          timeLimitMs={ways.timeLimitMs}
          askAgain={ways.image === true ? askForImage : null}
          sendAgain={ways.push === true ? () => again('message') : null}
          passwordPath={passwordPath}
        />
      )}
      {view.stage !== 'choosing' && view.stage !== 'ended' && (
        <ShownSignIn view={view} about="sign-in" showsAsker={ways.showsAsker} isForAnyone={isForAnyone}>
          <div className="flex flex-wrap gap-3">
            {isMessage && isForAnyone && (
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
            {isMessage && ways.image === true && <Button onClick={askForImage}>{t(phoneSignInNames.showImage)}</Button>}
          </div>
        </ShownSignIn>
      )}
      {offersToSend(view, isForAnyone) && <SendForm userId={userId} ways={ways} isFirst={false} onSend={send} />}
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

/** Not beside "Send again", unless the user ID may have been mistyped. */
function offersToSend(view: PhoneSignInView, isForAnyone: boolean): boolean {
  if (view.stage === 'shown') return view.image !== null && isForAnyone;
  return view.stage === 'ended' && (view.way === 'image' || view.ending === 'expired');
}
