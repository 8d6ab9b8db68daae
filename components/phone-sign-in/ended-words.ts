import type { PhoneRefusal } from '@/lib/accounts/phone-sign-in/phone-challenge-gateway';
import type { PhoneSignInWay } from './phone-sign-in-start';

/** How a phone sign-in can end on the page without a session. */
export type PhoneSignInEnding =
  | PhoneRefusal
  | 'expired'
  /** The browser has asked for another image. */
  | 'superseded'
  | 'too-many-attempts'
  | 'unreachable'
  /** The server answered that it cannot sign anybody in at the moment. */
  | 'unavailable'
  /** The phone agreed, but the session could not be opened. */
  | 'not-finished';

type Words = { tone: 'info' | 'warning' | 'error'; title: string; text: string };

/** After an image. */
const IMAGE_WORDS: Record<PhoneSignInEnding, Words> = {
  expired: {
    tone: 'info',
    title: 'The image has expired',
    text: 'Images expire after a minute to keep your account safe. Have your phone ready, then get a new image.',
  },
  'wrong-number': {
    tone: 'error',
    title: 'Wrong number',
    text: 'The number typed on the phone isn’t the one shown here, so this sign-in has ended. Wait half a minute, get a new image and type the number on this page.',
  },
  'cancelled-on-phone': {
    tone: 'info',
    title: 'Cancelled on the phone',
    text: 'Nobody was signed in. Get a new image when you’re ready.',
  },
  'not-me': {
    tone: 'error',
    title: 'Reported on the phone',
    text: 'The sign-in was rejected on the phone. It has ended and was recorded. If you did that by mistake, try again.',
  },
  'device-not-usable': {
    tone: 'error',
    title: 'This device cannot sign you in',
    text: 'It’s locked or was removed. Sign in with your password to manage your devices.',
  },
  superseded: {
    tone: 'info',
    title: 'This image no longer works',
    text: 'This browser got a newer one, perhaps in another tab. Only the newest works.',
  },
  'too-many-attempts': {
    tone: 'error',
    title: 'Too many attempts',
    text: 'Wait 15 minutes and try again, or sign in with your password.',
  },
  unreachable: {
    tone: 'warning',
    title: 'The server did not answer',
    text: 'Check your connection and try again, or sign in with your password.',
  },
  unavailable: {
    tone: 'warning',
    title: 'Sign-in isn’t possible right now',
    text: 'Try again in a minute.',
  },
  'not-finished': {
    tone: 'error',
    title: 'Sign-in didn’t finish',
    text: 'Try again, or sign in with your password. If it happens again, ask the helpdesk.',
  },
};

/** Where it makes a difference that a phone was told of it. Whether there is such a phone is never said. */
const MESSAGE_WORDS: Partial<Record<PhoneSignInEnding, Words>> = {
  expired: {
    tone: 'info',
    title: 'No phone answered',
    text: 'A request expires after a minute. Open the authenticator app on your phone and check that notifications are on for this account. Then send it again.',
  },
  'wrong-number': {
    tone: 'error',
    title: 'Wrong number',
    text: 'The number typed on the phone isn’t the one shown here, so this sign-in has ended. Wait half a minute, send it again and type the number on this page.',
  },
  'cancelled-on-phone': {
    tone: 'info',
    title: 'Cancelled on the phone',
    text: 'Nobody was signed in. Send it again when you’re ready.',
  },
  superseded: {
    tone: 'info',
    title: 'This request no longer works',
    text: 'This browser sent a newer one, perhaps in another tab. Only the newest works.',
  },
};

/** What happened and what to do next. */
export function endedWords(ending: PhoneSignInEnding, way: PhoneSignInWay): Words {
  return (way === 'message' && MESSAGE_WORDS[ending]) || IMAGE_WORDS[ending];
}
