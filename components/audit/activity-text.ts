import type { AuditEvent } from '@/lib/audit/audit-event';
import { browserInWords } from '@/lib/language/browser-in-words';
import { t } from '@/lib/language/t';
import { UNKNOWN_BROWSER } from '@/lib/shared/request-origin';
import { accountLifeText } from './account-life-text';
import { activationLinkText } from './activation-link-text';
import { ownDeviceText, replacementText } from './device-text';
import { helpdeskText } from './helpdesk-text';
import { loginTestText } from './login-tests';
import { serviceAccountText } from './service-account-text';
import { CONFIRMATIONS, PHONE_SIGN_INS, PROOFS, SIGN_IN_FAILURES, TOLD } from './told-events';
import { verdictWords } from './verdict-words';
import { tell, TO_OWNER, type Voice } from './voice';

/** An audit event in plain words. @param voice for the account's user by default */
export function activityText(event: AuditEvent, voice: Voice = TO_OWNER): string {
  if (isTold(event)) return tell(TOLD[event.type], voice);
  const { isOwner } = voice;
  switch (event.type) {
    case 'sign-in-succeeded':
      return signedInText(event.browser, voice);
    case 'sign-in-failed':
      return t(SIGN_IN_FAILURES[event.reason]);
    case 'attempts-refused':
      return t('Too many attempts: {count} were refused', { count: event.attempts });
    case 'proof-given':
      return tell(PROOFS[event.proof], voice);
    case 'passkey-added':
      return isOwner ? t('You added the passkey “{name}”', event) : t('Added the passkey “{name}”', event);
    case 'passkey-renamed':
      return isOwner ? t('You renamed a passkey to “{name}”', event) : t('Renamed a passkey to “{name}”', event);
    case 'passkey-removed':
      return isOwner ? t('You removed the passkey “{name}”', event) : t('Removed the passkey “{name}”', event);
    case 'passkey-refused':
      return passkeyRefusedText(event);
    case 'phone-confirmation-refused':
      return tell(CONFIRMATIONS[event.reason], voice);
    case 'recovery-code-refused':
      return event.reason === 'wrong-code'
        ? t('Wrong recovery code entered')
        : t('Recovery code refused: too many attempts');
    case 'session-ended':
      return isOwner
        ? t('You signed out of {browser}', { browser: browserInWords(event.browser) })
        : t('Signed out of {browser}', { browser: browserInWords(event.browser) });
    case 'time-zone-changed':
      return zoneText(event.timeZone ?? t('the site’s'), voice);
    case 'account-disabled':
    case 'account-frozen':
    case 'freeze-lift-requested':
    case 'freeze-lift-approved':
    case 'freeze-lift-declined':
    case 'freeze-lift-expired':
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
    case 'phone-numbers-changed':
    case 'manager-changed':
    case 'role-requested':
    case 'role-declined':
    case 'role-request-expired':
    case 'password-code-sent':
    case 'proof-code-sent':
    case 'proof-code-refused':
    case 'password-reset':
    case 'password-reset-refused':
      return accountLifeText(event, voice);
    case 'activation-code-refused':
      return event.code === 'device-code' ? t('Wrong device code entered') : t('Wrong signature entered');
    case 'authenticator-renamed':
    case 'authenticator-locked':
    case 'authenticator-unlocked':
    case 'authenticator-removed':
      return ownDeviceText(event, voice);
    case 'phone-sign-in-succeeded': {
      const device = voice.device(event.instanceId);
      return isOwner ? t('You signed in with {device}', { device }) : t('Signed in with {device}', { device });
    }
    case 'phone-sign-in-refused':
      return tell(PHONE_SIGN_INS[event.reason], voice);
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
    case 'manager-asked':
    case 'manager-answered':
    case 'break-glass-used':
    case 'change-requested':
    case 'change-approved':
    case 'change-declined':
    case 'change-request-expired':
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
    case 'service-budget-used-up':
    case 'webhook-added':
    case 'webhook-changed':
    case 'webhook-removed':
    case 'webhook-secret-rotated':
    case 'webhook-tested':
    case 'return-address-added':
    case 'return-address-removed':
    case 'service-account-change-refused':
      return serviceAccountText(event);
    case 'activation-link-made':
    case 'activation-link-opened':
    case 'activation-link-refused':
    case 'activation-link-returned':
      return activationLinkText(event, voice);
    case 'login-tested':
      return loginTestText('user', voice.device(event.instanceId), event.outcome);
    case 'permission-refused':
      return refusedText(event.times, voice);
    case 'audit-log-verified': {
      const verdict = verdictWords(event.verdict);
      return isOwner
        ? t('You verified the audit log: {verdict}', { verdict })
        : t('Verified the audit log: {verdict}', { verdict });
    }
  }
}

function isTold(event: AuditEvent): event is Extract<AuditEvent, { type: keyof typeof TOLD }> {
  return event.type in TOLD;
}

function signedInText(browser: string | undefined, voice: Voice): string {
  if (browser === undefined || browser.startsWith(UNKNOWN_BROWSER)) return tell(['You signed in', 'Signed in'], voice);
  const named = { browser: browserInWords(browser) };
  return voice.isOwner ? t('You signed in with {browser}', named) : t('Signed in with {browser}', named);
}

function passkeyRefusedText({ reason, purpose }: Extract<AuditEvent, { type: 'passkey-refused' }>): string {
  if (reason === 'counter-regressed') return t('A passkey was refused: there may be a copy of it');
  return purpose === 'registration' ? t('A new passkey was refused') : t('A passkey was refused');
}

function zoneText(zone: string, { isOwner }: Voice): string {
  return isOwner
    ? t('Your time zone for emails was changed to {zone}', { zone })
    : t('The time zone for emails was changed to {zone}', { zone });
}

function refusedText(times: number, voice: Voice): string {
  if (times === 1) return tell(['You tried what your account may not do', 'Tried what the account may not do'], voice);
  return voice.isOwner
    ? t('You tried what your account may not do, {count} times', { count: times })
    : t('Tried what the account may not do, {count} times', { count: times });
}
