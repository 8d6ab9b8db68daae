'use client';

import type { Route } from 'next';
import { useState, type FormEvent } from 'react';
import { perform } from '@/components/site/feedback/perform';
import { TimeLeft } from '@/components/site/activation/following/time-left';
import { browserEnvironment } from '@/components/site/following/browser-environment';
import { useRemainingSeconds } from '@/components/site/activation/following/use-remaining-seconds';
import { Button } from '@/components/ui/buttons/button';
import { ButtonProgress } from '@/components/ui/buttons/button-progress';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { TextField } from '@/components/ui/fields/text-field';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import type { TypedResponseRefusal } from '@/lib/accounts/phone-sign-in/typed-sign-in';
import { t, type Message } from '@/lib/shared/language/t';
import { phoneSignInNames, proofNames, typedResponseNames } from '@/lib/shared/names/sign-in-names';
import { confirmationEndedWords, endedWords, type PhoneSignInEnding } from './ended-words';

/** @property key of a confirmation; empty for a sign-in, which the browser's cookie names @property image a data URI */
export type ShownResponse =
  | { ok: true; key: string; image: string; expiresAt: string; serverTime: string }
  | { ok: false; code: 'too-many-attempts' | 'unreachable' | 'signed-out' };

export type TypedAnswer = 'approved' | TypedResponseRefusal | 'unreachable' | 'signed-out';

type View =
  | { stage: 'asking' }
  | { stage: 'shown'; shown: Extract<ShownResponse, { ok: true }>; error: FieldFault | null }
  | { stage: 'ended'; ending: PhoneSignInEnding };

const FIELD_WORDS = {
  'wrong-response': 'That isn’t the code for this image. Check the digits, and type them again.',
  'not-a-response': 'A code has 4 to 16 digits.',
} as const satisfies Partial<Record<TypedAnswer, Message>>;

type FieldFault = keyof typeof FIELD_WORDS;

const isOfField = (answer: TypedAnswer): answer is FieldFault => answer in FIELD_WORDS;

/**
 * A device reads an image and shows a code, which is typed here: to sign in, or to confirm in a session.
 * @param about.next path to go to at the end
 * @param about.timeLimitMs how long a request to a phone can be answered, for words that are shared with those
 * @param actions.finish turns a right code into a session, or into a proof of one
 */
export function TypedResponse({
  about,
  next,
  backPath,
  timeLimitMs,
  actions,
}: {
  about: 'sign-in' | 'confirmation';
  next: string;
  backPath: Route;
  timeLimitMs: number;
  actions: {
    show: (userId: string) => Promise<ShownResponse>;
    answer: (key: string, typed: string, userId: string) => Promise<TypedAnswer>;
    finish: (key: string) => Promise<'done' | PhoneSignInEnding>;
  };
}) {
  const [view, setView] = useState<View>({ stage: 'asking' });
  const [userId, setUserId] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const isSignIn = about === 'sign-in';

  async function whileBusy(work: () => Promise<View | null>): Promise<void> {
    if (isBusy) return;
    setIsBusy(true);
    const reached = await work().catch((): View => ({ stage: 'ended', ending: 'unreachable' }));
    setIsBusy(false);
    if (reached) setView(reached);
  }

  const show = (of: string) =>
    whileBusy(async () => {
      setUserId(of);
      const shown = await actions.show(of);
      if (!shown.ok) return { stage: 'ended', ending: shown.code };
      browserEnvironment.clock.learn(shown.serverTime);
      return { stage: 'shown', shown, error: null };
    });

  const answer = (shown: Extract<ShownResponse, { ok: true }>, typed: string) =>
    whileBusy(async () => {
      const answered = await actions.answer(shown.key, typed, userId);
      if (isOfField(answered)) return { stage: 'shown', shown, error: answered };
      if (answered !== 'approved') return { stage: 'ended', ending: answered === 'over' ? 'image-over' : answered };
      const finished = await actions.finish(shown.key);
      if (finished !== 'done') return { stage: 'ended', ending: finished };
      // A full navigation, as after a sign-in by phone.
      window.location.assign(next);
      return null;
    });

  return (
    <>
      <PageHeading lead={t('Your device reads an image and shows a code. It needs no network.')}>
        {t(isSignIn ? typedResponseNames.heading : proofNames.confirmWithPhone)}
      </PageHeading>
      <output aria-live="polite" className="sr-only">
        {view.stage === 'shown' && view.error === null
          ? t('The image is shown. Scan it with your device, then type the code that it shows.')
          : ''}
      </output>
      {view.stage === 'ended' && <Ended ending={view.ending} isSignIn={isSignIn} timeLimitMs={timeLimitMs} />}
      {view.stage === 'shown' ? (
        <ShownForm
          key={view.shown.expiresAt}
          shown={view.shown}
          error={view.error}
          isBusy={isBusy}
          button={t(isSignIn ? typedResponseNames.signIn : typedResponseNames.confirm)}
          onTyped={(typed) => perform(answer(view.shown, typed))}
          onNew={() => perform(show(userId))}
        />
      ) : (
        <form
          method="post"
          className="grid max-w-prose justify-items-start gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            perform(show(textOf(event, 'userId')));
          }}
        >
          {isSignIn && (
            <div className="max-w-md w-full">
              <TextField
                label={t(phoneSignInNames.userId)}
                name="userId"
                defaultValue={userId}
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                required
                maxLength={255}
              />
            </div>
          )}
          <Button type="submit" variant="primary" aria-disabled={isBusy} aria-busy={isBusy}>
            <ButtonProgress isPending={isBusy} pendingText={t('Creating the image…')}>
              {t(view.stage === 'ended' ? phoneSignInNames.newImage : typedResponseNames.showImage)}
            </ButtonProgress>
          </Button>
        </form>
      )}
      <div className="mt-8">
        <LinkButton href={backPath} variant="secondary">
          {t('Back')}
        </LinkButton>
      </div>
      <noscript>
        <p className="mt-4">
          {t(isSignIn ? 'Signing in with a phone needs JavaScript.' : 'Confirming with a phone needs JavaScript.')}
        </p>
      </noscript>
    </>
  );
}

/** The image left, the code right; one below the other on a phone. */
function ShownForm({
  shown,
  error,
  isBusy,
  button,
  onTyped,
  onNew,
}: {
  shown: Extract<ShownResponse, { ok: true }>;
  error: FieldFault | null;
  isBusy: boolean;
  button: string;
  onTyped: (typed: string) => void;
  onNew: () => void;
}) {
  const seconds = useRemainingSeconds(shown.expiresAt, shown.serverTime) ?? 0;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-8 md:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
      <div className="w-full max-w-88 overflow-hidden rounded-card border border-line bg-white p-4 scheme-light forced-color-adjust-none">
        {seconds > 0 && (
          // A data URI, which only this page has: there is nothing to optimise.
          // eslint-disable-next-line @next/next/no-img-element
          <img src={shown.image} alt={t(typedResponseNames.image)} className="block h-auto w-full" />
        )}
      </div>
      <div className="grid gap-6">
        <form
          method="post"
          className="max-w-md grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            onTyped(textOf(event, 'response'));
          }}
        >
          <TextField
            label={t(typedResponseNames.response)}
            name="response"
            hint={t('Scan the image with your device, then type the digits that it shows.')}
            error={error === null ? undefined : t(FIELD_WORDS[error])}
            autoComplete="one-time-code"
            inputMode="numeric"
            spellCheck={false}
            maxLength={32}
            required
          />
          <div className="flex flex-wrap gap-3">
            <Button type="submit" variant="primary" aria-disabled={isBusy} aria-busy={isBusy}>
              <ButtonProgress isPending={isBusy}>{button}</ButtonProgress>
            </Button>
            <Button onClick={onNew}>{t(phoneSignInNames.newImage)}</Button>
          </div>
        </form>
        <TimeLeft seconds={seconds} />
      </div>
    </div>
  );
}

function Ended({
  ending,
  isSignIn,
  timeLimitMs,
}: {
  ending: PhoneSignInEnding;
  isSignIn: boolean;
  timeLimitMs: number;
}) {
  const { tone, title, text } = isSignIn
    ? endedWords(ending, 'image', timeLimitMs)
    : confirmationEndedWords(ending, true, timeLimitMs);
  return (
    <div className="mb-6 max-w-prose">
      <Notice tone={tone} title={title} role="alert">
        <p>{text}</p>
      </Notice>
    </div>
  );
}

function textOf(event: FormEvent<HTMLFormElement>, name: string): string {
  const value = new FormData(event.currentTarget).get(name);
  return typeof value === 'string' ? value : '';
}
