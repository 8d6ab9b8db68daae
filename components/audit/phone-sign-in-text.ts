import type { AuditEvent } from '@/lib/audit/audit-event';
import type { Voice } from './voice';

/** Why a sign-in with a phone came to nothing. */
export function phoneSignInText(
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
