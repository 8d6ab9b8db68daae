import { useEffect, useEffectEvent } from 'react';
import type { LoginRequest, LoginAnswer } from '@/lib/phone/login/login-steps';
import { SuccessMark } from '@/components/site/activation/ended/success-mark';
import { Button } from '@/components/ui/buttons/button';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { SECOND } from '@/lib/shared/time/duration';
import { PhoneScreen } from '../phone-screen';
import { t } from '@/lib/shared/language/t';

export function LoginAnsweredScreen({
  answer,
  request,
  isSheet,
  onFreeze,
  onDone,
}: {
  answer: LoginAnswer;
  request: LoginRequest['request'];
  /** Whether the request came by itself; its result goes by itself, too, once it has signed in. */
  isSheet: boolean;
  /** Somebody may have the user's password. */
  onFreeze: () => void;
  onDone: () => void;
}) {
  const { title, lead } = wordsFor(answer, request);
  useGoingAway(isSheet && typeof answer === 'object' && request.purpose === 'sign-in' ? onDone : null);
  return (
    <PhoneScreen
      sheet={isSheet ? 'stays' : undefined}
      title={title}
      lead={lead}
      back={onDone}
      actions={
        <>
          <Button variant="primary" onClick={onDone}>
            {t(phoneAppNames.done)}
          </Button>
          {answer === 'not-me' && <Button onClick={onFreeze}>{t(phoneAppNames.freeze)}</Button>}
        </>
      }
    >
      {typeof answer === 'object' && <SuccessMark />}
    </PhoneScreen>
  );
}

/** How long a result is shown that needs nothing more: long enough to read it, and any press ends it. */
const GOES_AFTER = 4 * SECOND;

/** @param go null to stay */
function useGoingAway(go: (() => void) | null): void {
  const leave = useEffectEvent(() => go?.());
  const isGoing = go !== null;
  useEffect(() => {
    if (!isGoing) return undefined;
    const timer = setTimeout(leave, GOES_AFTER);
    // In the bubbling phase, so that the button's own press comes first and has left by then.
    const press = () => leave();
    document.addEventListener('click', press);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('click', press);
    };
  }, [isGoing]);
}

function wordsFor(answer: LoginAnswer, request: LoginRequest['request']): { title: string; lead: string } {
  switch (request.purpose) {
    case 'sign-in':
    case 'sign-in-here':
      return signInWords(answer, request);
    case 'caller-check':
      return callerCheckWords(answer);
    case 'bind-device':
    case 'step-up':
      return confirmationWords(answer, request);
  }
}

function confirmationWords(answer: LoginAnswer, { origin }: LoginRequest['request']): { title: string; lead: string } {
  switch (answer) {
    case 'cancelled':
      return { title: t('Not confirmed'), lead: t('Nothing was changed.') };
    case 'not-me':
      return {
        title: t('Thank you for reporting it'),
        lead: t(
          'Nothing was confirmed, and it was recorded. A request that was sent to you has also signed every browser out of your account. Somebody may know your password: change it, and tell the helpdesk.',
        ),
      };
    default:
      return { title: t('Confirmed'), lead: t('Go back to the page at {origin} and continue there.', { origin }) };
  }
}

function callerCheckWords(answer: LoginAnswer): { title: string; lead: string } {
  switch (answer) {
    case 'cancelled':
      return { title: t('Not confirmed'), lead: t('The helpdesk can see that you didn’t confirm.') };
    case 'not-me':
      return {
        title: t('Thank you for reporting it'),
        lead: t('The helpdesk can see that you’re not the caller, and it has been recorded.'),
      };
    default:
      return {
        title: t('Confirmed'),
        lead: t('The helpdesk can see that it’s you. Continue your call. Nobody was signed in.'),
      };
  }
}

function signInWords(
  answer: LoginAnswer,
  { origin, userId }: LoginRequest['request'],
): { title: string; lead: string } {
  switch (answer) {
    case 'cancelled':
      return { title: t('Sign-in cancelled'), lead: t('Nobody was signed in.') };
    case 'not-me':
      return {
        title: t('Thank you for reporting it'),
        lead: t(
          'Nobody was signed in, and the website has recorded that it wasn’t you. If someone asked you for a number, tell the helpdesk.',
        ),
      };
    default:
      return {
        title: t('Signed in'),
        lead: t('Go back to the page at {origin}. You’re signed in there as {userId}.', { origin, userId }),
      };
  }
}
