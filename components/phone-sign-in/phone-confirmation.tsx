'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { noteConfirmation } from '@/components/forms/kept-fields';
import { Button } from '@/components/ui/buttons/button';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import type { ConfirmedPurpose } from '@/lib/accounts/phone-sign-in/phone-challenge-gateway';
import { phoneSignInNames, proofNames } from '@/lib/names/sign-in-names';
import { confirmationEndedWords, type PhoneSignInEnding } from './ended-words';
import type { PhoneSignInStart, PhoneSignInWay } from './phone-sign-in-start';
import { ShownSignIn } from './shown-sign-in';
import { spokenWords } from './spoken-words';
import { usePhoneSignIn } from './use-phone-sign-in';
import { t, type Message } from '@/lib/language/t';

const LEADS = {
  'bind-device': 'To activate another device. Your old phone only says yes: nothing is copied from it.',
  'step-up': 'What you are about to do needs more than a password.',
} as const satisfies Record<ConfirmedPurpose, Message>;

const TEST_LEAD = 'A test: see whether the request reaches your phone, and approve it there.' satisfies Message;

/**
 * The page on which somebody who is signed in confirms with their phone what they are about to do.
 * @param next path to go on to, where what was typed is still there
 * @param isTest whether they only want to see that a request reaches their phone
 * @param hasImage whether the gateway makes an image
 * @param timeLimitMs how long a request can be answered
 */
export function PhoneConfirmation({
  next,
  purpose,
  isTest = false,
  hasImage,
  timeLimitMs,
  actions,
}: {
  next: Route;
  purpose: ConfirmedPurpose;
  isTest?: boolean;
  hasImage: boolean;
  timeLimitMs: number;
  actions: {
    ask: (way: PhoneSignInWay, purpose: ConfirmedPurpose) => Promise<PhoneSignInStart>;
    finish: (key: string) => Promise<{ confirmedBy: string } | PhoneSignInEnding>;
    cancel: (key: string) => Promise<void>;
  };
}) {
  async function finish(key: string): Promise<'done' | PhoneSignInEnding> {
    const finished = await actions.finish(key);
    if (typeof finished === 'string') return finished;
    noteConfirmation(finished.confirmedBy);
    return 'done';
  }

  const { view, begin } = usePhoneSignIn({
    path: '/api/phone-confirmation',
    start: (way) => actions.ask(way, purpose),
    finish,
    next,
    hasImage,
  });
  const router = useRouter();
  const heading = useRef<HTMLHeadingElement>(null);

  // What had the focus may have left the page with the stage that it belonged to.
  useEffect(() => {
    if (document.activeElement === document.body && view.stage !== 'starting') heading.current?.focus();
  }, [view.stage]);

  function cancel() {
    // Nobody waits for the answer: the request dies within a minute by itself.
    if (view.stage === 'shown') void actions.cancel(view.status.id).catch(() => undefined);
    router.push(next);
  }

  const send = (variant: 'primary' | 'secondary') => (
    <Button variant={variant} onClick={() => begin('message')}>
      {t('Send a request to my phone')}
    </Button>
  );
  const image = hasImage && (
    <Button onClick={() => begin('image')}>
      {view.stage === 'ended' ? t(phoneSignInNames.newImage) : t(phoneSignInNames.showImage)}
    </Button>
  );
  const isMessage = view.stage === 'shown' ? view.image === null : 'way' in view && view.way === 'message';
  return (
    <>
      <PageHeading ref={heading} lead={t(isTest ? TEST_LEAD : LEADS[purpose])}>
        {t(proofNames.confirmWithPhone)}
      </PageHeading>
      <output aria-live="polite" className="sr-only">
        {spokenWords(view, 'confirmation')}
      </output>
      {view.stage === 'choosing' && (
        <div className="flex flex-wrap gap-3">
          {send('primary')}
          {image}
          <Button onClick={cancel}>{t('Back')}</Button>
        </div>
      )}
      {view.stage === 'ended' && (
        <div className="grid max-w-prose gap-6">
          <Ended ending={view.ending} hasImage={hasImage} timeLimitMs={timeLimitMs} />
          <div className="flex flex-wrap gap-3">
            {view.ending === 'signed-out' ? (
              <LinkButton href={`/sign-in?next=${encodeURIComponent(next)}`}>{t('Sign in')}</LinkButton>
            ) : (
              <>
                {send('primary')}
                {image}
                <Button onClick={cancel}>{t('Back')}</Button>
              </>
            )}
          </div>
        </div>
      )}
      {view.stage !== 'choosing' && view.stage !== 'ended' && (
        <ShownSignIn view={view} about="confirmation">
          <div className="flex flex-wrap gap-3">
            <Button onClick={cancel}>{t(phoneSignInNames.cancel)}</Button>
            {isMessage ? image : send('secondary')}
          </div>
        </ShownSignIn>
      )}
      <noscript>
        <p className="mb-4">{t('Confirming with a phone needs JavaScript.')}</p>
        <LinkButton href={next}>{t('Back')}</LinkButton>
      </noscript>
    </>
  );
}

function Ended({
  ending,
  hasImage,
  timeLimitMs,
}: {
  ending: PhoneSignInEnding;
  hasImage: boolean;
  timeLimitMs: number;
}) {
  const { tone, title, text } = confirmationEndedWords(ending, hasImage, timeLimitMs);
  return (
    <Notice tone={tone} title={title} role="alert">
      <p>{text}</p>
    </Notice>
  );
}
