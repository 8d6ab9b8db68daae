'use client';

import { CircleCheck } from 'lucide-react';
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { isLoginNumber, type LoginRequest, type LoginAnswer } from '@/lib/phone/login/login-steps';
import { TimeLeft } from '@/components/site/activation/following/time-left';
import { Button } from '@/components/ui/buttons/button';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/lists/description-list';
import { ownerWords } from '../owner-words';
import { IssuerNotice } from '../activation/issuer-notice';
import { PhoneScreen } from '../phone-screen';
import { useCountdown } from '../accounts/use-countdown';
import type { Issuer } from '@/lib/phone/site/judge-image';
import type { LoginPurpose } from '@/lib/wire/crypto/messages/login-request-message';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { browserInWords } from '@/lib/shared/language/browser-in-words';
import { t, type Message } from '@/lib/shared/language/t';

type Words = {
  title: Message;
  lead: Message;
  /** Label of who asks. */
  asker: Message;
  question: Message;
  submitName: Message;
  warning: Message;
};

const LOGIN_REQUEST_WORDS = {
  'sign-in': {
    title: phoneAppNames.isThisYourSignIn,
    lead: 'Continue only if you have just opened the sign-in page yourself, at this address.',
    asker: 'Browser',
    question: phoneAppNames.numberOfSignIn,
    submitName: phoneAppNames.signIn,
    warning: 'Never type a number that someone tells or sends you.',
  },
  'bind-device': {
    title: 'Activate another device?',
    lead: 'It could then sign in as you. Continue only if you are activating it yourself, right now, on the page at this address.',
    asker: 'Browser',
    question: phoneAppNames.numberOfPage,
    submitName: phoneAppNames.confirm,
    warning: 'Never type a number that someone tells or sends you.',
  },
  'step-up': {
    title: 'Confirm that it’s you?',
    lead: 'Continue only if you are signed in yourself, right now, at this address. For a few minutes that browser can then change your devices, and do whatever else needs more than a password.',
    asker: 'Browser',
    question: phoneAppNames.numberOfPage,
    submitName: phoneAppNames.confirm,
    warning: 'Never type a number that someone tells or sends you.',
  },
  'caller-check': {
    title: 'Are you calling the helpdesk?',
    lead: 'The helpdesk wants to know that it’s you on the phone. This signs nobody in. Continue only if you called the helpdesk yourself, at a number that you know.',
    asker: 'Requested by',
    question: phoneAppNames.numberOfCall,
    submitName: phoneAppNames.confirm,
    warning: 'If someone called you, or you’re not on the phone, press “That wasn’t me”.',
  },
} as const satisfies Record<Exclude<LoginPurpose, 'sign-in-here'>, Words>;

/**
 * Shows who asks, and for what, and takes the number. A number does not stop an attacker who dictates it, so the screen says
 * where the right one comes from. The field has the focus at first, so that the on-screen keyboard is open; screen readers read
 * who asks with its label.
 */
export function LoginRequestScreen({
  request,
  agentWords,
  isSheet,
  issuer,
  answerUntil,
  onAnswer,
  onTimeOver,
}: {
  request: LoginRequest['request'];
  agentWords: ReactNode;
  /** Whether it came by itself. */
  isSheet: boolean;
  /** Who made the image; null for a request that came without. */
  issuer: Issuer | null;
  /** Milliseconds since 1970. */
  answerUntil: number;
  onAnswer: (answer: LoginAnswer) => void;
  onTimeOver: () => void;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isIncomplete, setIsIncomplete] = useState(false);
  const secondsLeft = useCountdown(answerUntil, onTimeOver);
  const { purpose, origin, browser, address } = request;
  // One that this browser has started is not asked about: the PIN has answered it.
  const words = LOGIN_REQUEST_WORDS[purpose === 'sign-in-here' ? 'sign-in' : purpose];
  useEffect(() => input.current?.focus(), []);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const number = input.current?.value.trim() ?? '';
    if (isLoginNumber(number)) return onAnswer({ number });
    setIsIncomplete(true);
    input.current?.focus();
  }

  return (
    <PhoneScreen
      title={t(words.title)}
      lead={t(words.lead)}
      leave={{ name: 'cancel', onPress: () => onAnswer('cancelled') }}
      takesFocus={false}
      sheet={isSheet ? 'rises' : undefined}
      actions={
        <>
          <Button type="submit" form={`${id}-form`} variant="primary">
            {t(words.submitName)}
          </Button>
          <Button onClick={() => onAnswer('not-me')}>{t(phoneAppNames.wasNotMe)}</Button>
        </>
      }
    >
      {agentWords}
      {issuer?.kind === 'not-verifiable' && <IssuerNotice issuer={issuer} />}
      <Card>
        <div id={`${id}-asker`}>
          <DescriptionList
            items={[
              {
                term: t('Website'),
                description: (
                  <>
                    <strong>{origin}</strong>
                    {issuer?.kind === 'verified' && <IssuedBy origin={issuer.origin} />}
                  </>
                ),
              },
              { term: t(words.asker), description: browserInWords(browser) },
              ...(purpose === 'caller-check'
                ? []
                : [{ term: t('Network address'), description: address || t('Unknown') }]),
              { term: t('User'), description: ownerWords(request) },
            ]}
          />
        </div>
      </Card>
      <form id={`${id}-form`} onSubmit={submit} noValidate autoComplete="off" className="grid gap-3">
        <label htmlFor={`${id}-number`} className="text-lg font-semibold">
          {t(words.question)}
        </label>
        <input
          ref={input}
          type="text"
          id={`${id}-number`}
          inputMode="numeric"
          autoComplete="off"
          required
          maxLength={2}
          aria-invalid={isIncomplete || undefined}
          aria-describedby={`${isIncomplete ? `${id}-error ` : ''}${id}-asker ${id}-warning`}
          className={`min-h-16 w-36 rounded-control border bg-surface px-3 text-center text-3xl tracking-[0.2em] text-ink tabular-nums ${isIncomplete ? 'border-2 border-danger' : 'border-line-strong'}`}
        />
        {isIncomplete && (
          <p id={`${id}-error`} role="alert" className="font-semibold text-danger">
            {t('Type both digits.')}
          </p>
        )}
        <p id={`${id}-warning`} className="text-ink-soft">
          {t(words.warning)}
        </p>
      </form>
      <TimeLeft seconds={secondsLeft} />
    </PhoneScreen>
  );
}

/** Of an image whose signature holds. */
function IssuedBy({ origin }: { origin: string }) {
  return (
    <span className="flex items-center gap-1.5 text-success">
      <CircleCheck aria-hidden="true" className="size-4.5 shrink-0" />
      {t(phoneAppNames.issuedBy, { origin })}
    </span>
  );
}
