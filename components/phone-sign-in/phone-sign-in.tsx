'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { EndedSignIn } from './ended-sign-in';
import { SendForm } from './send-form';
import { ShownSignIn } from './shown-sign-in';
import { usePhoneSignIn, type PhoneSignInActions } from './use-phone-sign-in';
import type { PhoneSignInView } from './run-phone-sign-in';

/**
 * The page for signing in with a phone.
 * @param next path to go to when signed in
 * @param passwordPath the other way to sign in
 */
export function PhoneSignIn({
  next,
  passwordPath,
  actions,
}: {
  next: string;
  passwordPath: Route;
  actions: PhoneSignInActions & { cancel: () => Promise<void> };
}) {
  const { view, askAgain, sendTo } = usePhoneSignIn(actions, next);
  const [userId, setUserId] = useState('');
  const router = useRouter();
  const heading = useRef<HTMLHeadingElement>(null);
  const isMessage = view.stage === 'shown' ? view.image === null : view.stage !== 'opening' && view.way === 'message';

  // What had the focus may have left the page with the stage that it belonged to.
  useEffect(() => {
    if (document.activeElement === document.body && view.stage !== 'starting') heading.current?.focus();
  }, [view.stage]);

  function cancel() {
    // Nobody waits for the answer: the image dies within a minute by itself.
    void actions.cancel().catch(() => undefined);
    router.push(passwordPath);
  }

  function send(typed: string) {
    setUserId(typed);
    sendTo(typed);
  }

  return (
    <>
      <PageHeading ref={heading} lead="Scan the image instead of typing your password.">
        Sign in with your phone
      </PageHeading>
      <output aria-live="polite" className="sr-only">
        {spokenWords(view)}
      </output>
      {view.stage === 'ended' ? (
        <EndedSignIn ending={view.ending} way={view.way} askAgain={askAgain} passwordPath={passwordPath} />
      ) : (
        <ShownSignIn view={view}>
          <div className="flex flex-wrap gap-3">
            <Button onClick={cancel}>Cancel</Button>
            {isMessage && <Button onClick={askAgain}>Show an image instead</Button>}
          </div>
        </ShownSignIn>
      )}
      {(view.stage === 'ended' || (view.stage === 'shown' && !isMessage)) && <SendForm userId={userId} onSend={send} />}
      <noscript>
        <p className="mb-4">Signing in with a phone needs JavaScript.</p>
        <LinkButton href={passwordPath}>Use your password</LinkButton>
      </noscript>
    </>
  );
}

/** What the page's live region says. How it ended is said by the notice itself. */
export function spokenWords(view: PhoneSignInView): string {
  switch (view.stage) {
    case 'starting':
    case 'ended':
      return '';
    case 'opening':
      return 'The phone has agreed. You are being signed in.';
    case 'shown':
      if (view.isReconnecting) return 'Connection lost. Trying again.';
      if (view.status.state === 'scanned')
        return `The phone has read the ${view.image ? 'image' : 'message'}. Type ${view.number} on the phone.`;
      return view.image ? 'The sign-in image is shown.' : `Sent. Look at your phone, and type ${view.number} there.`;
  }
}
