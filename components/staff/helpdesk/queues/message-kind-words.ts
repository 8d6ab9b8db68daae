import { t, type PlainMessage } from '@/lib/shared/language/t';
import { MAILS, type MailKind } from '@/lib/messaging/mail-content';
import type { MessageStatus } from '@/lib/messaging/message-status';

/** Of notices, webhooks and notifications; mails bring theirs. */
const WORDS = {
  'device-removed': 'Device removed',
  'device-locked': 'Device locked',
  'device-unlocked': 'Device unlocked',
  'device-kept': 'Device not removed',
  'device-restored': 'Device restored',
  'copy-kept': 'Copy kept',
  'copy-returned': 'Copy brought back',
  'copy-tried': 'Wrong PIN for a copy',
  'copy-erased': 'Copy erased',
  'password-changed': 'Password changed',
  'server-pin-changed': 'Server PIN changed',
  'hardware-assigned': 'Hardware authenticator assigned',
  'hardware-not-assigned': 'Hardware authenticator not assigned',
  'password-turned-off': 'Password turned off',
  'password-turned-on': 'Password turned on',
  'addresses-changed': 'Addresses changed',
  'phone-numbers-changed': 'Telephone numbers changed',
  'manager-changed': 'Manager changed',
  'passkey-added': 'Passkey added',
  'passkey-removed': 'Passkey removed',
  'recovery-code-made': 'Recovery code made',
  'recovery-code-used': 'Recovery code used',
  'one-time-passwords-guessed': 'Wrong one-time passwords in a row',
  'new-browser': 'New browser',
  frozen: 'Frozen',
  'phone-lost': 'Phone reported lost',
  'invitation-created': 'Invitation created',
  'invitation-opened': 'Invitation opened',
  'invitation-completed': 'Invitation completed',
  'invitation-declined': 'Invitation declined',
  'invitation-revoked': 'Invitation revoked',
  'invitation-expired': 'Invitation expired',
  'account-frozen': 'Account frozen',
  'case-opened': 'Case opened',
  'case-closed': 'Case closed',
  'device-trusted': 'Device trusted',
  'approval-decided': 'Approval decided',
  'push-sign-in': 'Sign-in to answer on a phone',
  'push-request': 'Request to answer on a phone',
  'push-ended': 'Request that has ended',
  'push-frozen': 'Account frozen',
  'push-reissue': 'New activation after a call',
  'push-test': 'Test notification',
} as const satisfies Record<Exclude<MessageStatus['kind'], MailKind>, PlainMessage>;

/** What a message is about. One that an earlier version wrote may be of a kind that is gone. */
export function messageKindWords(kind: MessageStatus['kind']): string {
  if (isOf(MAILS, kind)) return t(MAILS[kind].title);
  return isOf(WORDS, kind) ? t(WORDS[kind]) : kind;
}

function isOf<Kind extends string>(table: Readonly<Record<Kind, unknown>>, kind: string): kind is Kind {
  return Object.hasOwn(table, kind);
}
