import type { AuditEvent, AuditEventType } from '@/lib/audit/audit-event';
import type { PlainMessage } from '@/lib/language/t';
import type { Told } from './voice';

type Event<Type extends AuditEventType> = Extract<AuditEvent, { type: Type }>;

/** Events whose words hold no value of theirs. */
export const TOLD = {
  'step-up-succeeded': ['You confirmed your password', 'Confirmed the password'],
  'step-up-failed': 'Password confirmation failed',
  'one-time-passwords-guessed': 'Wrong one-time passwords in a row',
  'proof-missing': 'Refused: a second proof was missing',
  'passkey-sign-in-succeeded': ['You signed in with a passkey', 'Signed in with a passkey'],
  'provider-sign-in-succeeded': [
    'You signed in with your organisation’s sign-in',
    'Signed in with the organisation’s sign-in',
  ],
  'provider-refused': 'Sign-in with the organisation’s sign-in refused',
  'provider-bound': [
    'Your organisation’s sign-in now opens this account',
    'The organisation’s sign-in now opens this account',
  ],
  'password-turned-off': ['You turned your password off', 'Turned the password off'],
  'password-turned-on': ['You set a password again', 'Set a password again'],
  'phone-confirmation-requested': [
    'A session asked your phone to confirm a change',
    'A session asked the phone to confirm a change',
  ],
  'recovery-code-made': ['You made a recovery code', 'Made a recovery code'],
  'recovery-code-deleted': ['You deleted your recovery code', 'Deleted the recovery code'],
  'recovery-code-used': ['Your recovery code was used', 'The recovery code was used'],
  'signed-out': ['You signed out', 'Signed out'],
  'signed-out-everywhere': ['You signed out everywhere', 'Signed out everywhere'],
  'other-sessions-ended': ['You signed out everywhere else', 'Signed out everywhere else'],
  'sessions-ended-by-helpdesk': ['The helpdesk signed you out everywhere', 'The helpdesk signed them out everywhere'],
  'password-changed': ['Your password was changed', 'The password was changed'],
  'account-created': 'Account created',
  'activation-refused': 'New activation refused',
  'activation-requested': ['You started activating a device', 'Started activating a device'],
  'activation-issued': 'Image created',
  'image-viewed': 'Image shown',
  'activation-scanned': 'Image scanned by a phone',
  'activation-verified': 'Phone verified',
  'device-code-accepted': 'Device code accepted',
  'activation-linked': ['Phone linked to your account', 'Phone linked to the account'],
  'activation-active': 'Device activated',
  'activation-expired': 'Activation expired',
  'activation-cancelled': 'Activation cancelled',
  'activation-superseded': 'Activation replaced by a newer one',
  'activation-failed': 'Activation failed',
  'phone-sign-in-requested': 'A browser requested a sign-in with a phone',
  'phone-sign-in-sent': [
    'A browser sent a sign-in request to your phones',
    'A browser sent a sign-in request to the phones',
  ],
  'forged-image-reported': 'A phone refused an image that this website had not issued',
  'message-replayed': 'An undelivered message was sent again',
  'activations-exported': ['You exported the activations of a period', 'Exported the activations of a period'],
  'audit-log-exported': ['You exported part of the audit log', 'Exported part of the audit log'],
  'audit-log-keyed': 'The hashes of the audit log have a key from here on',
} as const satisfies Partial<Record<AuditEventType, Told>>;

export const PROOFS: Record<Event<'proof-given'>['proof'], Told> = {
  passkey: ['You confirmed it with a passkey', 'Confirmed it with a passkey'],
  'new-passkey': ['You confirmed it with a passkey', 'Confirmed it with a passkey'],
  'mailed-code': ['You confirmed it with a code by email', 'Confirmed it with a code by email'],
  provider: ['You confirmed it with your organisation’s sign-in', 'Confirmed it with the organisation’s sign-in'],
  'provider-identity': [
    'You confirmed it with your organisation’s sign-in',
    'Confirmed it with the organisation’s sign-in',
  ],
  'recovery-code': ['You confirmed it with your recovery code', 'Confirmed it with the recovery code'],
  'one-time-password': ['You confirmed it with your phone', 'Confirmed it with the phone'],
  device: ['You confirmed it with your phone', 'Confirmed it with the phone'],
};

/** Why a sign-in with a phone failed. */
export const PHONE_SIGN_INS: Record<Event<'phone-sign-in-refused'>['reason'], Told> = {
  'wrong-number': ['Sign-in with your phone stopped: wrong number', 'Sign-in with the phone stopped: wrong number'],
  'wrong-signature': [
    'Sign-in with your phone stopped: the answer was not the phone’s',
    'Sign-in with the phone stopped: the answer was not the phone’s',
  ],
  'cancelled-on-phone': ['You cancelled a sign-in on your phone', 'Cancelled a sign-in on the phone'],
  'not-me': ['You rejected a sign-in on your phone: it wasn’t you', 'Rejected a sign-in on the phone: it wasn’t them'],
  'device-not-usable': [
    'Sign-in with your phone stopped: the device is locked or removed',
    'Sign-in with the phone stopped: the device is locked or removed',
  ],
  'cancelled-on-page': 'Sign-in with a phone cancelled',
  expired: 'Sign-in with a phone expired',
  'not-approved': 'Sign-in refused: no phone approved it',
  'too-many-attempts': [
    'Sign-in with your phone refused: too many attempts',
    'Sign-in with the phone refused: too many attempts',
  ],
  'no-account': 'Sign-in with a phone refused: no such account',
};

/** Why a phone's confirmation was no proof. */
export const CONFIRMATIONS: Record<Event<'phone-confirmation-refused'>['reason'], Told> = {
  'not-me': [
    'You rejected a confirmation on your phone: it wasn’t you',
    'Rejected a confirmation on the phone: it wasn’t them',
  ],
  'cancelled-on-phone': ['You cancelled a confirmation on your phone', 'Cancelled a confirmation on the phone'],
  'other-person': 'Confirmation refused: the phone was somebody else’s',
  'on-probation': 'Confirmation refused: the device is too new',
  'wrong-number': 'Confirmation stopped: wrong number',
  'device-not-usable': 'Confirmation stopped: the device is locked or removed',
  'cancelled-on-page': 'Confirmation with a phone cancelled',
  expired: 'Confirmation with a phone expired',
  'not-approved': 'Confirmation refused: no phone approved it',
  'wrong-signature': 'Confirmation refused: no phone approved it',
  'too-many-attempts': 'Confirmation refused: too many attempts',
};

export const SIGN_IN_FAILURES: Record<Event<'sign-in-failed'>['reason'], PlainMessage> = {
  'too-many-attempts': 'Sign-in refused: too many attempts',
  'invalid-credentials': 'Sign-in failed: wrong password',
};
