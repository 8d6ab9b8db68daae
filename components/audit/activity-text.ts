import type { AuditEvent } from '@/lib/audit/audit-event';
import { helpdeskText } from './helpdesk-text';
import { LOGIN_TESTS } from './login-tests';
import { verdictWords } from './verdict-words';
import { TO_OWNER, type Voice } from './voice';
import type { ReplacementFact } from '@/lib/audit/facts/device-facts';

/** An audit event in plain words. @param voice for the account's user by default */
export function activityText(event: AuditEvent, voice: Voice = TO_OWNER): string {
  const { did, your, Your } = voice;
  switch (event.type) {
    case 'sign-in-succeeded':
      return did('signed in');
    case 'sign-in-failed':
      return event.reason === 'too-many-attempts'
        ? 'A sign-in was refused after too many attempts'
        : 'A sign-in failed: wrong password';
    case 'attempts-refused':
      return `Too many attempts: ${event.attempts} were refused`;
    case 'step-up-succeeded':
      return did(`confirmed ${your} password`);
    case 'step-up-failed':
      return 'A password confirmation failed';
    case 'signed-out':
      return did('signed out');
    case 'signed-out-everywhere':
      return did('signed out everywhere');
    case 'password-changed':
      return `${Your} password was changed`;
    case 'account-created':
      return `${Your} account was made`;
    case 'activation-refused':
      return 'A new activation was refused';
    case 'activation-requested':
      return did('asked to activate a device');
    case 'activation-issued':
      return 'An activation image was made';
    case 'image-viewed':
      return 'The activation image was shown';
    case 'activation-scanned':
      return 'A phone scanned the activation image';
    case 'activation-verified':
      return 'The phone proved that it knows the activation password';
    case 'device-code-accepted':
      return 'The device code of the phone was accepted';
    case 'activation-code-refused':
      return event.code === 'device-code' ? 'A wrong device code was entered' : 'A wrong signature was entered';
    case 'activation-linked':
      return `The phone was linked to ${your} account`;
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
      return did(`renamed device ${event.instanceId} to “${event.name}”`);
    case 'authenticator-locked':
      return did(`locked device ${event.instanceId}`);
    case 'authenticator-unlocked':
      return did(`unlocked device ${event.instanceId}`);
    case 'authenticator-removed':
      return did(`removed device ${event.instanceId}`);
    case 'phone-sign-in-requested':
      return 'A browser asked to sign in with a phone';
    case 'phone-sign-in-sent':
      return `A browser sent a sign-in to ${your} phones`;
    case 'phone-sign-in-succeeded':
      return did(`signed in with device ${event.instanceId}`);
    case 'phone-sign-in-refused':
      return event.address === null || event.reason !== 'not-me'
        ? phoneSignInText(event.reason, voice)
        : `${phoneSignInText(event.reason, voice)}; it came from ${event.address}`;
    case 'forged-image-reported':
      return 'A phone refused an activation image that this website had not issued';
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
    case 'message-replayed':
      return 'A message that could not be delivered was sent again';
    case 'login-tested':
      return did(`tested the login of device ${event.instanceId}: ${LOGIN_TESTS[event.outcome]}`);
    case 'activations-exported':
      return did('exported the activations of a period');
    case 'audit-log-exported':
      return did('exported a part of the audit log');
    case 'permission-refused':
      return did(`reached for what ${your} account may not do${event.times > 1 ? `, ${event.times} times` : ''}`);
    case 'audit-log-keyed':
      return 'The hashes of the audit log have a key from here on';
    case 'audit-log-verified':
      return did(`verified the audit log: ${verdictWords(event.verdict)}`);
  }
}

/** What a user did to replace a device. */
function replacementText(event: ReplacementFact, { did }: Voice): string {
  switch (event.type) {
    case 'replacement-started':
      return did(`began to replace device ${event.instanceId}`);
    case 'replacement-cancelled':
      return `Replacing device ${event.instanceId} was given up`;
    case 'device-retired':
      return `Device ${event.newInstanceId} took the place of device ${event.instanceId}`;
    case 'replacement-undone':
      return did(`brought device ${event.instanceId} back`);
    case 'replacement-finished':
      return `Device ${event.instanceId} was removed, a day after it had been replaced`;
    case 'replacement-stopped':
      return `Device ${event.instanceId} is kept: its replacement was reported`;
  }
}

/** Why a sign-in with a phone failed. */
function phoneSignInText(
  reason: Extract<AuditEvent, { type: 'phone-sign-in-refused' }>['reason'],
  { did, your, you }: Voice,
): string {
  switch (reason) {
    case 'wrong-number':
      return `A sign-in with ${your} phone was stopped: the wrong number was typed`;
    case 'wrong-signature':
      return `A sign-in with ${your} phone was stopped: the answer was not the phone’s`;
    case 'cancelled-on-phone':
      return did(`cancelled a sign-in on ${your} phone`);
    case 'not-me':
      return did(`reported on ${your} phone that a sign-in was not ${you}`);
    case 'device-not-usable':
      return `A sign-in with ${your} phone was stopped: the device is locked or removed`;
    case 'cancelled-on-page':
      return 'A sign-in with a phone was cancelled';
    case 'expired':
      return 'A sign-in with a phone expired';
    case 'not-approved':
      return 'A sign-in without a phone’s approval was refused';
    case 'too-many-attempts':
      return `A sign-in with ${your} phone was refused after too many attempts`;
    case 'no-account':
      return 'A sign-in with a phone was refused: its person has no account';
  }
}
