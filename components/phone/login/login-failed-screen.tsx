import type { LoginPurpose } from '@/lib/crypto/messages/login-request-message';
import type { LoginFailure } from '@/lib/phone/login/login-flow';
import type { LoginSource } from '@/lib/phone/login/login-steps';
import { Button } from '@/components/ui/button';
import { phoneAppNames } from '@/lib/names/phone-app-names';
import { FailureMark } from '../failure-mark';
import { PhoneScreen } from '../phone-screen';

type Words = { title: string; text: string };

/** For a caller check, where they differ from a sign-in's. */
const CALLER_CHECK_WORDS: Partial<Record<LoginFailure, Words>> = {
  expired: { title: 'Time’s up', text: 'Nothing was confirmed. The helpdesk can send it again.' },
  'ended-meanwhile': {
    title: 'Time’s up',
    text: 'The helpdesk is no longer waiting for this answer, so nothing was confirmed. It can send it again.',
  },
  'wrong-number': {
    title: 'Wrong number',
    text: 'Nothing was confirmed. Ask the helpdesk to send it again and to repeat the number.',
  },
  paused: {
    title: 'Wait a moment',
    text: 'The last number was wrong, so the website waits before it takes another: half a minute, and longer each time. Then the helpdesk can send it again.',
  },
  'login-refused': { title: 'The website refused', text: 'Nothing was confirmed. The helpdesk can send it again.' },
  'not-reported': {
    title: 'It had already ended',
    text: 'It ended before your report arrived. Tell the helpdesk that someone may be calling in your name.',
  },
  'outcome-unknown': {
    title: 'The answer was lost',
    text: 'The helpdesk may have received it. Ask what they can see. If they see nothing, they can send it again.',
  },
};

/** For the confirmation of a change, where they differ from a sign-in's. */
const CONFIRMATION_WORDS: Partial<Record<LoginFailure, Words>> = {
  expired: { title: 'Time’s up', text: 'Nothing was confirmed. Start again on the website.' },
  'ended-meanwhile': {
    title: 'This request has ended',
    text: 'It expired or was cancelled on the website. Nothing was confirmed. Start again there.',
  },
  'wrong-number': {
    title: 'Wrong number',
    text: 'Nothing was confirmed. Start again on the website, and type the number that it shows. If someone told you a number, tell the helpdesk.',
  },
  'login-refused': { title: 'The website refused', text: 'Nothing was confirmed. Start again on the website.' },
  'not-reported': {
    title: 'It had already ended',
    text: 'The request ended before your report arrived. Change your password, and tell the helpdesk that someone may be signed in as you.',
  },
  'outcome-unknown': {
    title: 'The answer was lost',
    text: 'The website may have received it. Look there. If it’s still waiting, start again.',
  },
};

export function LoginFailedScreen({
  failure,
  purpose,
  way,
  onScanAgain,
  onClose,
}: {
  failure: LoginFailure;
  /** Null when the request was not read. */
  purpose: LoginPurpose | null;
  way: LoginSource['way'];
  onScanAgain: () => void;
  onClose: () => void;
}) {
  const { title, text } = loginFailureWords(failure, way, purpose);
  return (
    <PhoneScreen
      title={title}
      lead={text}
      back={onClose}
      actions={
        way === 'scan' ? (
          <>
            <Button variant="primary" onClick={onScanAgain}>
              {phoneAppNames.scanAgain}
            </Button>
            <Button variant="quiet" onClick={onClose}>
              {phoneAppNames.close}
            </Button>
          </>
        ) : (
          <Button variant="primary" onClick={onClose}>
            {phoneAppNames.close}
          </Button>
        )
      }
    >
      <FailureMark />
    </PhoneScreen>
  );
}

function loginFailureWords(failure: LoginFailure, way: LoginSource['way'], purpose: LoginPurpose | null): Words {
  const words =
    purpose === 'caller-check'
      ? CALLER_CHECK_WORDS
      : purpose === 'sign-in' || purpose === null
        ? {}
        : CONFIRMATION_WORDS;
  return words[failure] ?? signInWords(failure, way);
}

function signInWords(failure: LoginFailure, way: LoginSource['way']): Words {
  const again = way === 'scan' ? 'Get a new image on the sign-in page' : 'Start again on the sign-in page';
  switch (failure) {
    case 'login-not-found':
      return {
        title: way === 'scan' ? 'This image no longer works' : 'This request has ended',
        text: `It expired, was cancelled, or another phone has read it. ${again}. If that doesn’t help, sign in with your password and check whether this phone is locked.`,
      };
    case 'expired':
      return { title: 'Time’s up', text: `Nobody was signed in. ${again} whenever you are ready.` };
    case 'ended-meanwhile':
      return {
        title: 'This sign-in has ended',
        text: `It expired or was cancelled on the sign-in page. Nobody was signed in. ${again}.`,
      };
    case 'wrong-number':
      return {
        title: 'Wrong number',
        text: `The sign-in has ended and nobody was signed in. ${again}, and type the number that it shows. If someone told you a number, tell the helpdesk.`,
      };
    case 'paused':
      return {
        title: 'Wait a moment',
        text: `The last number was wrong, so the website waits before it takes another: half a minute, and longer each time. ${again} then.`,
      };
    case 'login-refused':
      return {
        title: 'The website refused',
        text: `Nobody was signed in. ${again}, or sign in with your password.`,
      };
    case 'gateway-not-genuine':
      return {
        title: 'This was not your website',
        text: 'The server that answered doesn’t know this phone’s key, so nothing was confirmed. Tell the helpdesk.',
      };
    case 'not-reported':
      return {
        title: 'It had already ended',
        text: 'The sign-in ended before your report arrived. Check the activity on the website, and tell the helpdesk that someone may have tried to sign in as you.',
      };
    case 'outcome-unknown':
      return {
        title: 'The answer was lost',
        text: `The website may have signed you in. Check the sign-in page. If it’s still waiting, start again there.`,
      };
  }
}
