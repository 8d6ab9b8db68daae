'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { noteConfirmation } from '@/components/site/forms/kept-fields';
import { Button } from '@/components/ui/buttons/button';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { TextField } from '@/components/ui/fields/text-field';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import type { ConfirmedPurpose } from '@/lib/accounts/phone-sign-in/phone-challenge-gateway';
import { phoneSignInNames, proofNames } from '@/lib/shared/names/sign-in-names';
import { confirmationEndedWords, type PhoneSignInEnding } from './ended-words';
import { OffWays } from './off-ways';
import type { PhoneSignInStart, PhoneSignInWay, PhoneWays } from './phone-sign-in-start';
import type { PhoneSignInView } from './run-phone-sign-in';
import { ShownSignIn } from './shown-sign-in';
import { spokenWords } from './spoken-words';
import { usePhoneSignIn } from './use-phone-sign-in';
import { t, type Message } from '@/lib/shared/language/t';

const LEADS = {
  'bind-device': 'To activate another device. Your old phone only says yes: nothing is copied from it.',
  'step-up': 'What you are about to do needs more than a password.',
} as const satisfies Record<ConfirmedPurpose, Message>;

const TEST_LEAD = 'A test: see whether the request reaches your phone, and approve it there.' satisfies Message;

/**
 * The page on which somebody who is signed in confirms with their phone what they are about to do.
 * @param next path to go on to, where what was typed is still there
 * @param isTest whether they only want to see that a request reaches their phone
 * @param ways how phones are asked
 */
export function PhoneConfirmation({
  next,
  purpose,
  isTest = false,
  ways,
  actions,
}: {
  next: Route;
  purpose: ConfirmedPurpose;
  isTest?: boolean;
  ways: PhoneWays;
  actions: {
    ask: (way: PhoneSignInWay, purpose: ConfirmedPurpose, password: string) => Promise<PhoneSignInStart>;
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
    start: (way, { password }) => actions.ask(way, purpose, password),
    finish,
    next,
    beginsWithImage: ways.isForAnyone,
  });
  const hasImage = ways.image === true;
  const password = useRef<HTMLInputElement>(null);
  const router = useRouter();
  const heading = useRef<HTMLHeadingElement>(null);

  // What had the focus may have left the page with the stage that it belonged to.
  useEffect(() => {
    if (document.activeElement === document.body && view.stage !== 'starting') heading.current?.focus();
  }, [view.stage]);

  function cancel() {
    // Nobody waits for the answer: the request dies within a minute by itself.
    if (view.stage === 'shown') actions.cancel(view.status.id).catch(() => undefined);
    router.push(next);
  }

  function ask(way: PhoneSignInWay): void {
    const field = password.current;
    if (field && !field.reportValidity()) return;
    begin(way, { userId: '', password: field?.value ?? '' });
  }

  const send = (variant: 'primary' | 'secondary') =>
    ways.push === true && (
      <Button variant={variant} onClick={() => ask('message')}>
        {t('Send a request to my phone')}
      </Button>
    );
  const image = hasImage && (
    <Button variant={ways.push === true ? 'secondary' : 'primary'} onClick={() => ask('image')}>
      {imageWords(view, ways)}
    </Button>
  );
  const passwordField = ways.wantsPassword && (
    <div className="max-w-form">
      <TextField
        ref={password}
        label={t(proofNames.password)}
        hint={t('Your authentication server wants it before it asks your phone.')}
        type="password"
        autoComplete="current-password"
        required
        maxLength={128}
      />
    </div>
  );
  const typing = ways.responsePath && (
    <LinkButton href={ways.responsePath} variant="secondary">
      {t(phoneSignInNames.typeResponse)}
    </LinkButton>
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
        <div className="grid gap-6">
          {passwordField}
          <div className="flex flex-wrap gap-3">
            {send('primary')}
            {image}
            {typing}
            <Button onClick={cancel}>{t('Back')}</Button>
          </div>
          <div>
            <OffWays ways={ways} />
          </div>
        </div>
      )}
      {view.stage === 'ended' && (
        <div className="grid max-w-prose gap-6">
          <Ended ending={view.ending} hasImage={hasImage} timeLimitMs={ways.timeLimitMs} />
          {view.ending !== 'signed-out' && passwordField}
          <div className="flex flex-wrap gap-3">
            {view.ending === 'signed-out' ? (
              <LinkButton href={`/sign-in?next=${encodeURIComponent(next)}`}>{t('Sign in')}</LinkButton>
            ) : (
              <>
                {send('primary')}
                {image}
                {typing}
                <Button onClick={cancel}>{t('Back')}</Button>
              </>
            )}
          </div>
        </div>
      )}
      {view.stage !== 'choosing' && view.stage !== 'ended' && (
        <ShownSignIn view={view} about="confirmation" showsAsker={ways.showsAsker} isForAnyone={ways.isForAnyone}>
          <div className="flex flex-wrap gap-3">
            <Button onClick={cancel}>{t(phoneSignInNames.cancel)}</Button>
            {!ways.wantsPassword && (isMessage ? image : send('secondary'))}
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

function imageWords({ stage }: PhoneSignInView, { push }: PhoneWays): string {
  if (stage === 'ended') return t(phoneSignInNames.newImage);
  return t(push === true ? phoneSignInNames.showImage : phoneSignInNames.showFirstImage);
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
