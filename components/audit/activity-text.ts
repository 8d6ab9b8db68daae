import type { AuditEvent } from '@/lib/audit/audit-event';

const LOGIN_TESTS = {
  valid: 'the password was right',
  'wrong-password': 'the password was not right',
  'already-used': 'the password had been used',
  locked: 'the device is locked',
  'clock-off': 'the phone’s clock is off',
};

const PHONE_SIGN_INS: Record<Extract<AuditEvent, { type: 'phone-sign-in-refused' }>['reason'], string> = {
  'wrong-number': 'A sign-in with your phone was stopped: the wrong number was chosen',
  'wrong-signature': 'A sign-in with your phone was stopped: the answer was not your phone’s',
  'cancelled-on-phone': 'You cancelled a sign-in on your phone',
  'not-me': 'You reported on your phone that a sign-in was not you',
  'device-not-usable': 'A sign-in with your phone was stopped: the device is locked or removed',
  'cancelled-on-page': 'A sign-in with a phone was cancelled',
  expired: 'A sign-in with a phone expired',
  'not-approved': 'A sign-in without a phone’s approval was refused',
  'too-many-attempts': 'A sign-in with your phone was refused after too many attempts',
  'no-account': 'A sign-in with a phone was refused: its person has no account',
};

/** An event of a person's account, in words that they understand. */
export function activityText(event: AuditEvent): string {
  switch (event.type) {
    case 'sign-in-succeeded':
      return 'You signed in';
    case 'sign-in-failed':
      return event.reason === 'too-many-attempts'
        ? 'A sign-in was refused after too many attempts'
        : 'A sign-in failed: wrong password';
    case 'step-up-succeeded':
      return 'You confirmed your password';
    case 'step-up-failed':
      return 'A password confirmation failed';
    case 'signed-out':
      return 'You signed out';
    case 'signed-out-everywhere':
      return 'You signed out everywhere';
    case 'password-changed':
      return 'Your password was changed';
    case 'account-created':
      return 'Your account was made';
    case 'activation-refused':
      return 'A new activation was refused';
    case 'activation-requested':
      return 'You asked to activate a device';
    case 'activation-issued':
      return 'An activation image was made';
    case 'image-viewed':
      return 'The activation image was shown';
    case 'activation-scanned':
      return 'A phone scanned the activation image';
    case 'activation-verified':
      return 'The phone proved that it knows the activation password';
    case 'activation-linked':
      return 'The phone was linked to your account';
    case 'activation-active':
      return 'The device was activated';
    case 'activation-expired':
      return 'An activation expired';
    case 'activation-cancelled':
      return 'An activation was cancelled';
    case 'activation-superseded':
      return 'An activation was replaced by a newer one';
    case 'activation-failed':
      return 'An activation failed';
    case 'authenticator-renamed':
      return `You renamed device ${event.instanceId} to “${event.name}”`;
    case 'authenticator-locked':
      return `You locked device ${event.instanceId}`;
    case 'authenticator-unlocked':
      return `You unlocked device ${event.instanceId}`;
    case 'authenticator-removed':
      return `You removed device ${event.instanceId}`;
    case 'phone-sign-in-requested':
      return 'A browser asked to sign in with a phone';
    case 'phone-sign-in-succeeded':
      return `You signed in with device ${event.instanceId}`;
    case 'phone-sign-in-refused':
      return event.address === null || event.reason !== 'not-me'
        ? PHONE_SIGN_INS[event.reason]
        : `${PHONE_SIGN_INS[event.reason]}; it came from ${event.address}`;
    case 'login-tested':
      return `You tested the login of device ${event.instanceId}: ${LOGIN_TESTS[event.outcome]}`;
  }
}
