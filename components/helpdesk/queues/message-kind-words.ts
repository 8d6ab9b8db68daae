import { t, type Message } from '@/lib/language/t';
import type { MessageStatus } from '@/lib/messaging/message-status';

const WORDS = {
  invitation: 'Invitation',
  'invitation-letter': 'Invitation letter',
  'invitation-code': 'Invitation code',
  'device-activated': 'Device activated',
  'device-retiring': 'Device retiring',
  'device-replaced': 'Device replaced',
  'account-notice': 'Account notice',
  'approval-requested': 'Approval requested',
  'break-glass-used': 'Break glass used',
  'account-invitation': 'Account invitation',
  'password-code': 'Password code',
  'confirmation-code': 'Confirmation code',
  'role-requested': 'Role requested',
  'service-account-requested': 'Service account requested',
  'service-key-made': 'Service key made',
  'service-key-replaced': 'Service key replaced',
  'service-account-expiring': 'Service account expiring',
  'not-me-reported': 'Not me reported',
  'device-removed': 'Device removed',
  'device-locked': 'Device locked',
  'device-unlocked': 'Device unlocked',
  'device-restored': 'Device restored',
  'password-changed': 'Password changed',
  'password-turned-off': 'Password turned off',
  'password-turned-on': 'Password turned on',
  'addresses-changed': 'Addresses changed',
  'passkey-added': 'Passkey added',
  'passkey-removed': 'Passkey removed',
  'recovery-code-made': 'Recovery code made',
  'recovery-code-used': 'Recovery code used',
  'one-time-passwords-guessed': 'Wrong one-time passwords in a row',
  'new-browser': 'New browser',
  frozen: 'Frozen',
  'invitation-created': 'Invitation created',
  'invitation-opened': 'Invitation opened',
  'invitation-completed': 'Invitation completed',
  'invitation-declined': 'Invitation declined',
  'invitation-revoked': 'Invitation revoked',
  'invitation-expired': 'Invitation expired',
  'account-frozen': 'Account frozen',
  'device-trusted': 'Device trusted',
  'approval-decided': 'Approval decided',
} as const satisfies Record<MessageStatus['kind'], Message>;

/** What a message is about. One that an earlier version wrote may be of a kind that is gone. */
export function messageKindWords(kind: MessageStatus['kind']): string {
  return Object.hasOwn(WORDS, kind) ? t(WORDS[kind]) : kind;
}
