import type { AuditEventType } from '@/lib/audit/audit-event';

/** What each type of event is called where one is chosen; the order is that of the choice. */
const EVENT_TYPE_WORDS: Record<AuditEventType, string> = {
  'sign-in-succeeded': 'Signed in',
  'sign-in-failed': 'Sign-in failed',
  'phone-sign-in-requested': 'Sign-in with a phone asked for',
  'phone-sign-in-succeeded': 'Signed in with a phone',
  'phone-sign-in-refused': 'Sign-in with a phone refused',
  'step-up-succeeded': 'Password confirmed',
  'step-up-failed': 'Password confirmation failed',
  'signed-out': 'Signed out',
  'signed-out-everywhere': 'Signed out everywhere',
  'password-changed': 'Password changed',
  'account-created': 'Account made',
  'activation-refused': 'Activation refused',
  'activation-requested': 'Activation asked for',
  'activation-issued': 'Activation image made',
  'image-viewed': 'Activation image shown',
  'forged-image-reported': 'Forged image reported',
  'activation-scanned': 'Activation image scanned',
  'activation-verified': 'Activation password proved',
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
  'login-tested': 'Login tested',
  'activations-exported': 'Activations exported',
  'audit-log-exported': 'Audit log exported',
  'audit-log-verified': 'Audit log verified',
};

export const AUDIT_EVENT_TYPES = Object.keys(EVENT_TYPE_WORDS) as AuditEventType[];

export function eventTypeWords(type: AuditEventType): string {
  return EVENT_TYPE_WORDS[type];
}
