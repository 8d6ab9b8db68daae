import type { AuditEvent } from '@/lib/audit/audit-event';
import { UNKNOWN_BROWSER } from '@/lib/shared/request-origin';
import { accountLifeText } from './account-life-text';
import { activationLinkText } from './activation-link-text';
import { helpdeskText } from './helpdesk-text';
import { loginTestText } from './login-tests';
import { serviceAccountText } from './service-account-text';
import { verdictWords } from './verdict-words';
import { TO_OWNER, type Voice } from './voice';
import type { ReplacementFact } from '@/lib/audit/facts/device-facts';

function isUnknown(browser: string): boolean {
  return browser.startsWith(UNKNOWN_BROWSER);
}

/** An audit event in plain words. @param voice for the account's user by default */
export function activityText(event: AuditEvent, voice: Voice = TO_OWNER): string {
  const { did, your, Your, device } = voice;
  switch (event.type) {
    case 'sign-in-succeeded':
      return did(
        event.browser === undefined || isUnknown(event.browser) ? 'signed in' : `signed in with ${event.browser}`,
      );
    case 'sign-in-failed':
      return event.reason === 'too-many-attempts'
        ? 'Sign-in refused: too many attempts'
        : 'Sign-in failed: wrong password';
    case 'attempts-refused':
      return `Too many attempts: ${event.attempts} were refused`;
    case 'step-up-succeeded':
      return did(`confirmed ${your} password`);
    case 'step-up-failed':
      return 'Password confirmation failed';
    case 'proof-given':
      return did(`confirmed it with ${proofWords(event.proof, your)}`);
    case 'proof-missing':
      return 'Refused: a second proof was missing';
    case 'passkey-added':
      return did(`added the passkey “${event.name}”`);
    case 'passkey-renamed':
      return did(`renamed a passkey to “${event.name}”`);
    case 'passkey-removed':
      return did(`removed the passkey “${event.name}”`);
    case 'passkey-sign-in-succeeded':
      return did('signed in with a passkey');
    case 'passkey-refused':
      return passkeyRefusedText(event);
    case 'provider-sign-in-succeeded':
      return did(`signed in with ${your} organisation’s sign-in`);
    case 'provider-refused':
      return 'Sign-in with the organisation’s sign-in refused';
    case 'provider-bound':
      return `${Your} organisation’s sign-in now opens this account`;
    case 'password-turned-off':
      return did(`turned ${your} password off`);
    case 'password-turned-on':
      return did('set a password again');
    case 'phone-confirmation-requested':
      return `A session asked ${your} phone to confirm a change`;
    case 'phone-confirmation-refused':
      return confirmationText(event.reason, voice);
    case 'recovery-code-made':
      return did('made a recovery code');
    case 'recovery-code-deleted':
      return did(`deleted ${your} recovery code`);
    case 'recovery-code-refused':
      return event.reason === 'wrong-code' ? 'Wrong recovery code entered' : 'Recovery code refused: too many attempts';
    case 'recovery-code-used':
      return `${Your} recovery code was used`;
    case 'signed-out':
      return did('signed out');
    case 'signed-out-everywhere':
      return did('signed out everywhere');
    case 'session-ended':
      return did(`signed out of ${event.browser}`);
    case 'other-sessions-ended':
      return did('signed out everywhere else');
    case 'sessions-ended-by-helpdesk':
      return `The helpdesk signed ${voice.you} out everywhere`;
    case 'password-changed':
      return `${Your} password was changed`;
    case 'time-zone-changed':
      return `${Your} time zone for emails was changed to ${event.timeZone ?? 'the site’s'}`;
    case 'account-created':
      return 'Account created';
    case 'account-disabled':
    case 'account-frozen':
    case 'freeze-lift-requested':
    case 'freeze-lift-approved':
    case 'freeze-lift-declined':
    case 'account-unfrozen':
    case 'account-enabled':
    case 'role-given':
    case 'role-taken':
    case 'sessions-ended':
    case 'account-removal-requested':
    case 'account-removed':
    case 'account-change-refused':
    case 'account-invited':
    case 'account-details-changed':
    case 'mail-addresses-changed':
    case 'role-requested':
    case 'role-declined':
    case 'role-request-expired':
    case 'password-code-sent':
    case 'proof-code-sent':
    case 'proof-code-refused':
    case 'password-reset':
    case 'password-reset-refused':
      return accountLifeText(event, voice);
    case 'activation-refused':
      return 'New activation refused';
    case 'activation-requested':
      return did('started activating a device');
    case 'activation-issued':
      return 'Image created';
    case 'image-viewed':
      return 'Image shown';
    case 'activation-scanned':
      return 'Image scanned by a phone';
    case 'activation-verified':
      return 'Phone verified';
    case 'device-code-accepted':
      return 'Device code accepted';
    case 'activation-code-refused':
      return event.code === 'device-code' ? 'Wrong device code entered' : 'Wrong signature entered';
    case 'activation-linked':
      return `Phone linked to ${your} account`;
    case 'activation-active':
      return 'Device activated';
    case 'activation-expired':
      return 'Activation expired';
    case 'activation-cancelled':
      return 'Activation cancelled';
    case 'activation-superseded':
      return 'Activation replaced by a newer one';
    case 'activation-failed':
      return 'Activation failed';
    case 'authenticator-renamed':
      return did(`renamed ${device(event.instanceId)} to “${event.name}”`);
    case 'authenticator-locked':
      return did(`locked ${device(event.instanceId)}`);
    case 'authenticator-unlocked':
      return did(`unlocked ${device(event.instanceId)}`);
    case 'authenticator-removed':
      return did(`removed ${device(event.instanceId)}`);
    case 'phone-sign-in-requested':
      return 'A browser requested a sign-in with a phone';
    case 'phone-sign-in-sent':
      return `A browser sent a sign-in request to ${your} phones`;
    case 'phone-sign-in-succeeded':
      return did(`signed in with ${device(event.instanceId)}`);
    case 'phone-sign-in-refused':
      return phoneSignInText(event.reason, voice);
    case 'forged-image-reported':
      return 'A phone refused an image that this website had not issued';
    case 'invitation-requested':
    case 'invitation-refused':
    case 'invitation-approved':
    case 'invitation-declined':
    case 'invitation-sent':
    case 'invitation-expired':
    case 'invitation-opened':
    case 'invitation-opening-refused':
    case 'invited-session-opened':
    case 'invitation-used':
    case 'invitation-revoked':
    case 'caller-device-tested':
    case 'caller-asked':
    case 'caller-confirmed':
    case 'caller-not-confirmed':
    case 'break-glass-used':
    case 'removal-requested':
    case 'removal-approved':
    case 'removal-declined':
    case 'removal-expired':
    case 'device-locked-by-helpdesk':
    case 'device-unlocked-by-helpdesk':
    case 'device-removed-by-helpdesk':
    case 'device-disowned':
    case 'disowned-device-locked':
      return helpdeskText(event, voice);
    case 'replacement-started':
    case 'replacement-cancelled':
    case 'device-retired':
    case 'replacement-undone':
    case 'replacement-finished':
    case 'replacement-stopped':
      return replacementText(event, voice);
    case 'service-account-requested':
    case 'service-account-declined':
    case 'service-account-request-expired':
    case 'service-account-made':
    case 'service-scopes-added':
    case 'service-scopes-removed':
    case 'service-limits-changed':
    case 'service-account-suspended':
    case 'service-account-resumed':
    case 'service-account-ended':
    case 'service-key-made':
    case 'service-key-ended':
    case 'service-key-refused':
    case 'return-address-added':
    case 'return-address-removed':
    case 'service-account-change-refused':
      return serviceAccountText(event);
    case 'activation-link-made':
    case 'activation-link-opened':
    case 'activation-link-refused':
    case 'activation-link-returned':
      return activationLinkText(event, voice);
    case 'message-replayed':
      return 'An undelivered message was sent again';
    case 'login-tested':
      return loginTestText('Test', device(event.instanceId), event.outcome);
    case 'activations-exported':
      return did('exported the activations of a period');
    case 'audit-log-exported':
      return did('exported part of the audit log');
    case 'permission-refused':
      return did(`tried what ${your} account may not do${event.times > 1 ? `, ${event.times} times` : ''}`);
    case 'audit-log-keyed':
      return 'The hashes of the audit log have a key from here on';
    case 'audit-log-verified':
      return did(`verified the audit log: ${verdictWords(event.verdict)}`);
  }
}

/** What a user did to replace a device. */
function replacementText(event: ReplacementFact, { did, device, Device }: Voice): string {
  switch (event.type) {
    case 'replacement-started':
      return did(`started replacing ${device(event.instanceId)}`);
    case 'replacement-cancelled':
      return `Replacement of ${device(event.instanceId)} cancelled`;
    case 'device-retired':
      return `${Device(event.newInstanceId)} replaced ${device(event.instanceId)}`;
    case 'replacement-undone':
      return did(`brought ${device(event.instanceId)} back`);
    case 'replacement-finished':
      return `${Device(event.instanceId)} was removed, a day after it was replaced`;
    case 'replacement-stopped':
      return `${Device(event.instanceId)} is kept: its replacement was reported`;
  }
}

/** Why a sign-in with a phone failed. */
function phoneSignInText(
  reason: Extract<AuditEvent, { type: 'phone-sign-in-refused' }>['reason'],
  { did, your, you }: Voice,
): string {
  switch (reason) {
    case 'wrong-number':
      return `Sign-in with ${your} phone stopped: wrong number`;
    case 'wrong-signature':
      return `Sign-in with ${your} phone stopped: the answer was not the phone’s`;
    case 'cancelled-on-phone':
      return did(`cancelled a sign-in on ${your} phone`);
    case 'not-me':
      return did(`rejected a sign-in on ${your} phone: it wasn’t ${you}`);
    case 'device-not-usable':
      return `Sign-in with ${your} phone stopped: the device is locked or removed`;
    case 'cancelled-on-page':
      return 'Sign-in with a phone cancelled';
    case 'expired':
      return 'Sign-in with a phone expired';
    case 'not-approved':
      return 'Sign-in refused: no phone approved it';
    case 'too-many-attempts':
      return `Sign-in with ${your} phone refused: too many attempts`;
    case 'no-account':
      return 'Sign-in with a phone refused: no such account';
  }
}

function passkeyRefusedText({ reason, purpose }: Extract<AuditEvent, { type: 'passkey-refused' }>): string {
  if (reason === 'counter-regressed') return 'A passkey was refused: there may be a copy of it';
  return purpose === 'registration' ? 'A new passkey was refused' : 'A passkey was refused';
}

function proofWords(proof: Extract<AuditEvent, { type: 'proof-given' }>['proof'], your: string): string {
  if (proof === 'passkey') return 'a passkey';
  if (proof === 'mailed-code') return 'a code by email';
  if (proof === 'provider' || proof === 'provider-identity') return `${your} organisation’s sign-in`;
  return `${your} ${proof === 'recovery-code' ? 'recovery code' : 'phone'}`;
}

/** Why a phone's confirmation was no proof. */
function confirmationText(
  reason: Extract<AuditEvent, { type: 'phone-confirmation-refused' }>['reason'],
  { did, your, you }: Voice,
): string {
  switch (reason) {
    case 'not-me':
      return did(`rejected a confirmation on ${your} phone: it wasn’t ${you}`);
    case 'cancelled-on-phone':
      return did(`cancelled a confirmation on ${your} phone`);
    case 'other-person':
      return 'Confirmation refused: the phone was somebody else’s';
    case 'on-probation':
      return 'Confirmation refused: the device is too new';
    case 'wrong-number':
      return 'Confirmation stopped: wrong number';
    case 'device-not-usable':
      return 'Confirmation stopped: the device is locked or removed';
    case 'cancelled-on-page':
      return 'Confirmation with a phone cancelled';
    case 'expired':
      return 'Confirmation with a phone expired';
    case 'not-approved':
    case 'wrong-signature':
      return 'Confirmation refused: no phone approved it';
    case 'too-many-attempts':
      return 'Confirmation refused: too many attempts';
  }
}
