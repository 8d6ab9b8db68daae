import type { PhoneRefusal } from '@/lib/accounts/phone-sign-in/phone-challenge-gateway';
import { durationWords, t, type Message } from '@/lib/shared/language/t';
import type { PhoneSignInWay } from './phone-sign-in-start';

/** How a phone sign-in can end on the page without a session. */
export type PhoneSignInEnding =
  | PhoneRefusal
  | 'expired'
  /** The browser has asked for another image. */
  | 'superseded'
  /** Of an image whose response is typed. */
  | 'image-over'
  | 'too-many-attempts'
  | 'unreachable'
  /** The server answered that it cannot sign anybody in at the moment. */
  | 'unavailable'
  /** The phone agreed, but the session could not be opened. */
  | 'not-finished'
  /** Of a confirmation: the session that asked has ended. */
  | 'signed-out'
  /** Of a confirmation: somebody else’s phone has read the image. */
  | 'other-person'
  /** Of a confirmation: the device may not vouch yet. */
  | 'on-probation';

/** Those of a sign-in. */
type SignInEnding = Exclude<PhoneSignInEnding, 'signed-out' | 'other-person' | 'on-probation'>;

type Words<Text> = { tone: 'info' | 'warning' | 'error'; title: Text; text: Text };

/** After an image. */
const IMAGE_WORDS = {
  expired: {
    tone: 'info',
    title: 'The image has expired',
    text: 'Images expire after {time} to keep your account safe. Have your phone ready, then get a new image.',
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
  'not-confirmed': {
    tone: 'info',
    title: 'Not confirmed',
    text: 'It was declined on the phone, or not answered in time. Nobody was signed in.',
  },
  superseded: {
    tone: 'info',
    title: 'This image no longer works',
    text: 'This browser got a newer one, perhaps in another tab. Only the newest works.',
  },
  'image-over': {
    tone: 'info',
    title: 'This image no longer works',
    text: 'It has expired, or had too many wrong codes. Get a new image.',
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
} as const satisfies Record<SignInEnding, Words<Message>>;

/** Where it makes a difference that a phone was told of it. Whether there is such a phone is never said. */
const MESSAGE_WORDS = {
  expired: {
    tone: 'info',
    title: 'No phone answered',
    text: 'A request expires after {time}. Open the authenticator app on your phone, then send it again.',
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
} as const satisfies Partial<Record<SignInEnding, Words<Message>>>;

/** What happened and what to do next. @param timeLimitMs how long it could be answered */
export function endedWords(ending: PhoneSignInEnding, way: PhoneSignInWay, timeLimitMs: number): Words<string> {
  const signInEnding = ending in IMAGE_WORDS ? (ending as SignInEnding) : 'not-finished';
  const words =
    way === 'message' && isOfMessage(signInEnding) ? MESSAGE_WORDS[signInEnding] : IMAGE_WORDS[signInEnding];
  return { tone: words.tone, title: t(words.title), text: t(words.text, { time: durationWords(timeLimitMs) }) };
}

function isOfMessage(ending: SignInEnding): ending is keyof typeof MESSAGE_WORDS {
  return ending in MESSAGE_WORDS;
}

const CONFIRMATION_WORDS = {
  expired: {
    tone: 'info',
    title: 'No phone answered',
    text: 'A request expires after {time}. Open the authenticator app on your phone. Send it again, or get a new image.',
  },
  'wrong-number': {
    tone: 'error',
    title: 'Wrong number',
    text: 'The number typed on the phone isn’t the one shown here. Wait half a minute. Send it again, or get a new image.',
  },
  'cancelled-on-phone': {
    tone: 'info',
    title: 'Cancelled on the phone',
    text: 'Nothing was confirmed. Send it again, or get a new image.',
  },
  'not-me': {
    tone: 'error',
    title: 'Reported on the phone',
    text: 'The request was rejected on the phone. Nothing was confirmed, and it was recorded.',
  },
  'device-not-usable': {
    tone: 'error',
    title: 'This device can’t confirm it',
    text: 'It’s locked or was removed. Use another phone, or ask the helpdesk.',
  },
  'not-confirmed': {
    tone: 'info',
    title: 'Not confirmed',
    text: 'It was declined on the phone, or not answered in time. Nothing was confirmed. Send it again when you’re ready.',
  },
  'other-person': {
    tone: 'error',
    title: 'That isn’t your phone',
    text: 'The phone that answered belongs to another account. Use a phone that is activated for yours.',
  },
  'on-probation': {
    tone: 'error',
    title: 'This device is too new',
    text: 'New phones can sign in right away, and approve changes after their first day. Use an older one, or ask the helpdesk.',
  },
  'signed-out': {
    tone: 'error',
    title: 'You’ve been signed out',
    text: 'Nothing was confirmed. If somebody rejected the request on your phone, that signed you out everywhere.',
  },
  superseded: {
    tone: 'info',
    title: 'This request no longer works',
    text: 'It has been used or replaced. Send it again, or get a new image.',
  },
  'image-over': IMAGE_WORDS['image-over'],
  'too-many-attempts': {
    tone: 'error',
    title: 'Too many attempts',
    text: 'Wait 15 minutes and try again, or confirm in another way.',
  },
  unreachable: { tone: 'warning', title: 'The server did not answer', text: 'Check your connection and try again.' },
  unavailable: { tone: 'warning', title: 'This isn’t possible right now', text: 'Try again in a minute.' },
  'not-finished': {
    tone: 'error',
    title: 'It didn’t finish',
    text: 'Nothing was confirmed. Send it again, or get a new image.',
  },
} as const satisfies Record<PhoneSignInEnding, Words<Message>>;

/** Where no image is to be had. */
const WITHOUT_IMAGE = {
  expired: MESSAGE_WORDS.expired,
  superseded: MESSAGE_WORDS.superseded,
  'not-finished': {
    ...CONFIRMATION_WORDS['not-finished'],
    text: 'Nothing was confirmed. Send it again when you’re ready.',
  },
} as const satisfies Partial<Record<PhoneSignInEnding, Words<Message>>>;

/**
 * What happened to a confirmation, and what to do next.
 * @param hasImage whether there is one to go on with
 * @param timeLimitMs how long it could be answered
 */
export function confirmationEndedWords(
  ending: PhoneSignInEnding,
  hasImage: boolean,
  timeLimitMs: number,
): Words<string> {
  const isSpecial = !hasImage && isWithoutImage(ending);
  const { tone, title, text } = isSpecial ? WITHOUT_IMAGE[ending] : CONFIRMATION_WORDS[ending];
  return { tone, title: t(title), text: t(text, { time: durationWords(timeLimitMs) }) };
}

function isWithoutImage(ending: PhoneSignInEnding): ending is keyof typeof WITHOUT_IMAGE {
  return ending in WITHOUT_IMAGE;
}
