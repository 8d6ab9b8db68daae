import type { LoginPurpose } from '@/lib/crypto/messages/login-request-message';
import type { LoginFailure } from '@/lib/phone/login/login-flow';
import type { LoginSource } from '@/lib/phone/login/login-steps';
import { Button } from '@/components/ui/button';
import { FailureMark } from '../activation/failed-screen';
import { PhoneScreen } from '../phone-screen';

type Words = { title: string; text: string };

/** For a caller check, where they differ from a sign-in's. */
const CALLER_CHECK_WORDS: Partial<Record<LoginFailure, Words>> = {
  expired: { title: 'The time is over', text: 'Nothing was confirmed. The helpdesk can ask again.' },
  'ended-meanwhile': {
    title: 'The time is over',
    text: 'The helpdesk waits for this answer no longer, so nothing was confirmed. It can ask again.',
  },
  'wrong-number': {
    title: 'That was not the number',
    text: 'Nothing was confirmed. Ask the helpdesk to say the number again, when it asks your phone once more.',
  },
  paused: {
    title: 'Wait a moment',
    text: 'The number before was wrong, so the website waits before it takes another: half a minute, and longer each time. Then the helpdesk can ask again.',
  },
  'login-refused': { title: 'The website refused', text: 'Nothing was confirmed. The helpdesk can ask again.' },
  'not-reported': {
    title: 'It had ended already',
    text: 'It was over before your report arrived. Tell the helpdesk that somebody may be calling in your name.',
  },
  'outcome-unknown': {
    title: 'The answer was lost',
    text: 'The helpdesk may have it all the same. Ask what it sees; if it sees nothing, it can ask again.',
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
              Scan again
            </Button>
            <Button variant="quiet" onClick={onClose}>
              Close
            </Button>
          </>
        ) : (
          <Button variant="primary" onClick={onClose}>
            Close
          </Button>
        )
      }
    >
      <FailureMark />
    </PhoneScreen>
  );
}

function loginFailureWords(failure: LoginFailure, way: LoginSource['way'], purpose: LoginPurpose | null): Words {
  return (purpose === 'caller-check' && CALLER_CHECK_WORDS[failure]) || signInWords(failure, way);
}

function signInWords(failure: LoginFailure, way: LoginSource['way']): Words {
  const again = way === 'scan' ? 'Ask the sign-in page for a new image' : 'Start again on the sign-in page';
  switch (failure) {
    case 'login-not-found':
      return {
        title: way === 'scan' ? 'This image no longer works' : 'This request no longer waits',
        text: `Its minute is over, it was cancelled, or a phone has read it before. ${again}. If that does not help, sign in with your password and see whether this phone is locked there.`,
      };
    case 'expired':
      return { title: 'The time is over', text: `Nobody was signed in. ${again} whenever you are ready.` };
    case 'ended-meanwhile':
      return {
        title: 'This sign-in has ended',
        text: `It was cancelled on the sign-in page, or its time was over. Nobody was signed in. ${again}.`,
      };
    case 'wrong-number':
      return {
        title: 'That was not the number',
        text: `The sign-in has ended and nobody was signed in. ${again}, and type the number that it shows. If somebody told you a number, tell your helpdesk.`,
      };
    case 'paused':
      return {
        title: 'Wait a moment',
        text: `The number before was wrong, so the website waits before it takes another: half a minute, and longer each time. ${again} then.`,
      };
    case 'login-refused':
      return {
        title: 'The website refused',
        text: `Nobody was signed in. ${again}, or sign in with your password.`,
      };
    case 'gateway-not-genuine':
      return {
        title: 'This was not your website',
        text: 'What answered does not know this phone’s key, so nothing was confirmed. Tell the helpdesk.',
      };
    case 'not-reported':
      return {
        title: 'It had ended already',
        text: 'The sign-in was over before your report arrived. Look at the activity on the website, and tell your helpdesk that somebody may have tried to sign in as you.',
      };
    case 'outcome-unknown':
      return {
        title: 'The answer was lost',
        text: `The website may have signed you in all the same. Look at the sign-in page; if it still waits, start again there.`,
      };
  }
}
