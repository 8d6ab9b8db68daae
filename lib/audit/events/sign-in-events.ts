import { browserInWords } from '../../shared/language/browser-in-words';
import { t, type PlainMessage } from '../../shared/language/t';
import { UNKNOWN_BROWSER } from '../../shared/request-origin';
import { defineAuditEvent, NO_FACTS } from '../define-audit-event';
import { DEVICE } from '../device-facts';
import { count, nullable, optional, text, word, words, type WordOf } from '../properties';
import { itsDevice, oneVoice, twoVoices, type Phrase, type Voice } from '../voice';
import { LIMITS } from './limits';
import { PHONE_REQUEST_ENDS } from './phone-request-ends';
import { FROM_BROWSER, NEW_BROWSER } from './from-browser';

const SIGN_IN_FAILURES = words('sign-in failure', ['invalid-credentials', 'too-many-attempts']);

/**
 * Why a browser got no session from a phone sign-in. `not-approved`: its challenge was not its own, not approved, or
 * already redeemed.
 */
const PHONE_SIGN_IN_REFUSALS = words('phone sign-in refusal', ['not-approved', 'too-many-attempts', 'no-account']);

const FAILED: Record<WordOf<typeof SIGN_IN_FAILURES>, PlainMessage> = {
  'too-many-attempts': 'Sign-in refused: too many attempts',
  'invalid-credentials': 'Sign-in failed: wrong password',
};

/** Why a sign-in with a phone failed. */
const REFUSED: Record<WordOf<typeof PHONE_REQUEST_ENDS | typeof PHONE_SIGN_IN_REFUSALS>, Phrase> = {
  'wrong-number': twoVoices(
    'Sign-in with your phone stopped: wrong number',
    'Sign-in with the phone stopped: wrong number',
  ),
  'wrong-signature': twoVoices(
    'Sign-in with your phone stopped: the answer was not the phone’s',
    'Sign-in with the phone stopped: the answer was not the phone’s',
  ),
  'cancelled-on-phone': twoVoices('You cancelled a sign-in on your phone', 'Cancelled a sign-in on the phone'),
  'not-me': twoVoices(
    'You rejected a sign-in on your phone: it wasn’t you',
    'Rejected a sign-in on the phone: it wasn’t them',
  ),
  'device-not-usable': twoVoices(
    'Sign-in with your phone stopped: the device is locked or removed',
    'Sign-in with the phone stopped: the device is locked or removed',
  ),
  'not-confirmed': oneVoice('Sign-in not confirmed: declined on the phone, or not answered in time'),
  'cancelled-on-page': oneVoice('Sign-in with a phone cancelled'),
  expired: oneVoice('Sign-in with a phone expired'),
  'not-approved': oneVoice('Sign-in refused: no phone approved it'),
  'too-many-attempts': twoVoices(
    'Sign-in with your phone refused: too many attempts',
    'Sign-in with the phone refused: too many attempts',
  ),
  'no-account': oneVoice('Sign-in with a phone refused: no such account'),
};

const SIGNED_IN = twoVoices('You signed in', 'Signed in');
const SIGNED_IN_WITH = twoVoices(
  'You signed in with {browser}',
  'Signed in with {browser}',
  ({ browser }: { browser: string }) => ({ browser: browserInWords(browser) }),
);

function signedIn({ browser }: { browser?: string }, voice: Voice): string {
  return browser === undefined || browser.startsWith(UNKNOWN_BROWSER)
    ? SIGNED_IN({}, voice)
    : SIGNED_IN_WITH({ browser }, voice);
}

/** Signing in, and what was refused in bulk. */
export const SIGN_IN_EVENTS = [
  defineAuditEvent({
    type: 'sign-in-succeeded',
    facts: FROM_BROWSER,
    example: { browser: 'Chrome on Linux', isNewBrowser: true },
    name: 'Signed in',
    sentence: signedIn,
    story: 'disownable',
    ocsf: ['authentication', 'Logon'],
    notice: NEW_BROWSER,
  }),
  defineAuditEvent({
    type: 'sign-in-failed',
    facts: { claimedUserId: text, reason: word(SIGN_IN_FAILURES) },
    example: { claimedUserId: 'claimed', reason: 'invalid-credentials' },
    name: 'Sign-in failed',
    sentence: ({ reason }) => t(FAILED[reason]),
    story: 'by anybody',
    ocsf: ['authentication', 'Logon'],
  }),
  defineAuditEvent({
    type: 'phone-sign-in-requested',
    ...NO_FACTS,
    name: 'Sign-in with a phone requested',
    sentence: oneVoice('A browser requested a sign-in with a phone'),
  }),
  defineAuditEvent({
    type: 'phone-sign-in-sent',
    facts: { claimedUserId: text },
    example: { claimedUserId: 'claimed' },
    name: 'Sign-in sent to a phone',
    sentence: twoVoices(
      'A browser sent a sign-in request to your phones',
      'A browser sent a sign-in request to the phones',
    ),
    story: 'by anybody',
  }),
  /** To whoever gave the password of the directory behind the authentication server. */
  defineAuditEvent({
    type: 'self-registration-code-sent',
    ...NO_FACTS,
    name: 'Registration code sent',
    sentence: twoVoices(
      'A browser with your password registered you, and we emailed you a code',
      'A browser with the password registered them, and a code was emailed',
    ),
    story: 'by anybody',
  }),
  /** The directory has no mail address of them: the helpdesk enters one. */
  defineAuditEvent({
    type: 'self-registration-without-address',
    ...NO_FACTS,
    name: 'Registration without an email address',
    sentence: twoVoices(
      'A browser with your password registered you, but your organisation has no email address for you',
      'A browser with the password registered them, but there is no email address for the code',
    ),
    story: 'by anybody',
  }),
  defineAuditEvent({
    type: 'self-registration-refused',
    ...NO_FACTS,
    name: 'Registration code refused',
    sentence: oneVoice('A registration was not finished: wrong code'),
    story: 'by anybody',
    ocsf: ['authentication', 'Logon'],
  }),
  defineAuditEvent({
    type: 'self-registered',
    facts: FROM_BROWSER,
    example: { browser: 'Chrome on Linux', isNewBrowser: false },
    name: 'Registered',
    sentence: twoVoices('You registered, and signed in', 'Registered, and signed in'),
    story: 'disownable',
    ocsf: ['authentication', 'Logon'],
    notice: NEW_BROWSER,
  }),
  /** By the authentication server, to whoever gave the right password. */
  defineAuditEvent({
    type: 'one-time-password-sent',
    facts: { claimedUserId: text },
    example: { claimedUserId: 'claimed' },
    name: 'One-time password sent',
    sentence: twoVoices(
      'A browser with your password had a one-time password sent to you',
      'A browser with the password had a one-time password sent',
    ),
    story: 'by anybody',
  }),
  defineAuditEvent({
    type: 'phone-sign-in-succeeded',
    facts: { ...DEVICE, ...FROM_BROWSER },
    example: { instanceId: 'VDS1000042-1', browser: 'Chrome on Linux', isNewBrowser: false },
    name: 'Signed in with a phone',
    sentence: twoVoices('You signed in with {device}', 'Signed in with {device}', itsDevice),
    story: 'disownable',
    ocsf: ['authentication', 'Logon'],
    notice: NEW_BROWSER,
  }),
  defineAuditEvent({
    type: 'phone-sign-in-refused',
    facts: {
      // Null if no phone proved its key.
      instanceId: nullable(text),
      deviceName: optional(text),
      reason: word(PHONE_REQUEST_ENDS, PHONE_SIGN_IN_REFUSALS),
    },
    example: { reason: 'wrong-number', instanceId: 'VDS1000042-1' },
    name: 'Sign-in with a phone refused',
    sentence: (facts, voice) => REFUSED[facts.reason](facts, voice),
    story: 'by anybody',
    ocsf: ['authentication', 'Logon'],
  }),
  /** How many attempts were refused over a limit in its window; the first is also recorded by itself if it has a
   * subject. `since` and `until` are ISO 8601.
   */
  defineAuditEvent({
    type: 'attempts-refused',
    facts: { limit: word(LIMITS), attempts: count, since: text, until: text },
    example: {
      limit: 'person:password',
      attempts: 990,
      since: '2026-11-24T12:00:00.000Z',
      until: '2026-11-24T12:15:00.000Z',
    },
    name: 'Attempts refused',
    sentence: oneVoice('Too many attempts: {count} were refused', ({ attempts }) => ({ count: attempts })),
    story: 'by anybody',
    severity: 'high',
  }),
] as const;
