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
    text: 'It works for one minute only, so that nobody can use it later. Have your phone ready and ask for a new image.',
  },
  'wrong-number': {
    tone: 'error',
    title: 'That was not the number',
    text: 'The number typed on the phone is not the one that was shown here, so this sign-in has ended. Wait half a minute, ask for a new image and type the number that this page shows.',
  },
  'cancelled-on-phone': {
    tone: 'info',
    title: 'Cancelled on the phone',
    text: 'Nobody was signed in. Ask for a new image whenever you are ready.',
  },
  'not-me': {
    tone: 'error',
    title: 'Reported on the phone',
    text: 'Whoever holds the phone said that this sign-in is not theirs. It has ended and was recorded. If that was you by mistake, ask for a new image.',
  },
  'device-not-usable': {
    tone: 'error',
    title: 'This device cannot sign you in',
    text: 'It is locked or was removed. Sign in with your password to look after your devices.',
  },
  superseded: {
    tone: 'info',
    title: 'This image no longer works',
    text: 'This browser has asked for another one, perhaps in another tab, and only the newest one works.',
  },
  'too-many-attempts': {
    tone: 'error',
    title: 'Too many attempts',
    text: 'Wait 15 minutes, then try again, or sign in with your password.',
  },
  unreachable: {
    tone: 'warning',
    title: 'The server did not answer',
    text: 'Check your connection and ask for a new image, or sign in with your password.',
  },
  unavailable: {
    tone: 'warning',
    title: 'Sign-in is not possible at the moment',
    text: 'Try again in a minute.',
  },
  'not-finished': {
    tone: 'error',
    title: 'The sign-in could not be finished',
    text: 'Ask for a new image, or sign in with your password. Ask your helpdesk if it happens again.',
  },
};

/** Where it makes a difference that a phone was told of it. Whether there is such a phone is never said. */
const MESSAGE_WORDS: Partial<Record<PhoneSignInEnding, Words>> = {
  expired: {
    tone: 'info',
    title: 'No phone has answered',
    text: 'A message works for one minute only. See that the authenticator app is open on your phone, and that notifications are on for this account. Then send it again, or scan an image.',
  },
  superseded: {
    tone: 'info',
    title: 'This message no longer works',
    text: 'This browser has asked for something newer, perhaps in another tab, and only the newest works.',
  },
};

/** What happened and what to do next. */
export function endedWords(ending: PhoneSignInEnding, way: PhoneSignInWay): Words {
  return (way === 'message' && MESSAGE_WORDS[ending]) || IMAGE_WORDS[ending];
}
