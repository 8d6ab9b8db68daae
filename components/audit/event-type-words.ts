import type { AuditEventType } from '@/lib/audit/audit-event';
import { AUDIT_EVENT_TYPES } from '@/lib/audit/event-types';

/** Name of each event type in the filter. */
const EVENT_TYPE_WORDS: Record<AuditEventType, string> = {
  'sign-in-succeeded': 'Signed in',
  'sign-in-failed': 'Sign-in failed',
  'phone-sign-in-requested': 'Sign-in with a phone requested',
  'phone-sign-in-sent': 'Sign-in sent to a phone',
  'phone-sign-in-succeeded': 'Signed in with a phone',
  'phone-sign-in-refused': 'Sign-in with a phone refused',
  'attempts-refused': 'Attempts refused',
  'step-up-succeeded': 'Password confirmed',
  'step-up-failed': 'Password confirmation failed',
  'proof-given': 'Second proof given',
  'proof-missing': 'Second proof missing',
  'passkey-added': 'Passkey added',
  'passkey-renamed': 'Passkey renamed',
  'passkey-removed': 'Passkey removed',
  'passkey-sign-in-succeeded': 'Signed in with a passkey',
  'passkey-refused': 'Passkey refused',
  'password-turned-off': 'Password turned off',
  'password-turned-on': 'Password set again',
  'signed-out': 'Signed out',
  'signed-out-everywhere': 'Signed out everywhere',
  'session-ended': 'Session ended',
  'other-sessions-ended': 'Other sessions ended',
  'sessions-ended-by-helpdesk': 'Sessions ended by the helpdesk',
  'password-changed': 'Password changed',
  'time-zone-changed': 'Time zone changed',
  'account-created': 'Account created',
  'activation-refused': 'Activation refused',
  'activation-requested': 'Activation requested',
  'activation-issued': 'Activation image created',
  'image-viewed': 'Activation image shown',
  'forged-image-reported': 'Forged image reported',
  'activation-scanned': 'Activation image scanned',
  'activation-verified': 'Activation password verified',
  'device-code-accepted': 'Device code accepted',
  'activation-code-refused': 'Typed code refused',
  'activation-linked': 'Phone linked',
  'activation-active': 'Device activated',
  'activation-expired': 'Activation expired',
  'activation-cancelled': 'Activation cancelled',
  'activation-superseded': 'Activation replaced',
  'activation-failed': 'Activation failed',
  'authenticator-renamed': 'Device renamed',
  'authenticator-locked': 'Device locked',
  'authenticator-unlocked': 'Device unlocked',
  'authenticator-removed': 'Device removed',
  'login-tested': 'Device tested',
  'replacement-started': 'Replacement started',
  'replacement-cancelled': 'Replacement cancelled',
  'device-retired': 'Old device replaced',
  'replacement-undone': 'Old device restored',
  'replacement-finished': 'Old device removed',
  'replacement-stopped': 'Replacement stopped',
  'invitation-requested': 'Invitation requested',
  'invitation-refused': 'Invitation refused',
  'invitation-approved': 'Invitation approved',
  'invitation-declined': 'Invitation declined',
  'invitation-sent': 'Invitation sent',
  'invitation-opened': 'Invitation opened',
  'invitation-opening-refused': 'Invitation not opened',
  'invited-session-opened': 'Signed in by an invitation',
  'invitation-used': 'Invitation used',
  'invitation-revoked': 'Invitation cancelled',
  'invitation-expired': 'Invitation expired',
  'caller-device-tested': 'Caller’s one-time password checked',
  'caller-asked': 'Check sent to the caller’s phones',
  'caller-confirmed': 'Confirmed by the caller’s phone',
  'caller-not-confirmed': 'Not confirmed by the caller’s phone',
  'removal-requested': 'Removal requested',
  'removal-approved': 'Removal approved',
  'removal-declined': 'Removal declined',
  'removal-expired': 'Removal expired',
  'break-glass-used': 'Approval skipped',
  'device-locked-by-helpdesk': 'Device locked by the helpdesk',
  'device-unlocked-by-helpdesk': 'Lock undone by the helpdesk',
  'device-removed-by-helpdesk': 'Device removed by the helpdesk',
  'device-disowned': 'Device reported',
  'disowned-device-locked': 'Reported device locked',
  'message-replayed': 'Message sent again',
  'activations-exported': 'Activations exported',
  'audit-log-exported': 'Audit log exported',
  'permission-refused': 'Permission refused',
  'audit-log-keyed': 'Audit log keyed',
  'audit-log-verified': 'Audit log verified',
};

/** The filter's headings, each with its first event type in the order of `AUDIT_EVENT_TYPES`. */
const GROUP_STARTS: readonly { name: string; first: AuditEventType }[] = [
  { name: 'Signing in', first: 'sign-in-succeeded' },
  { name: 'Activation', first: 'activation-refused' },
  { name: 'Devices', first: 'authenticator-renamed' },
  { name: 'Helpdesk', first: 'invitation-requested' },
  { name: 'System', first: 'message-replayed' },
];

/** Event types under their headings. */
export const EVENT_TYPE_GROUPS = GROUP_STARTS.map(({ name, first }, index) => {
  const next = GROUP_STARTS[index + 1]?.first;
  const start = AUDIT_EVENT_TYPES.indexOf(first);
  const end = next ? AUDIT_EVENT_TYPES.indexOf(next) : AUDIT_EVENT_TYPES.length;
  return { name, types: AUDIT_EVENT_TYPES.slice(start, end) };
});

export function eventTypeWords(type: AuditEventType): string {
  return EVENT_TYPE_WORDS[type];
}
