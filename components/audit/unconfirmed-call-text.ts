import type { PhoneRequestEnd } from '@/lib/audit/facts/phone-request-ends';
import type { Voice } from './voice';

/** Why a phone did not confirm that its person calls the helpdesk. */
export function unconfirmedCallText(reason: PhoneRequestEnd, { did, your, you }: Voice): string {
  switch (reason) {
    case 'wrong-number':
      return `A call to the helpdesk was not confirmed: the wrong number was typed on ${your} phone`;
    case 'wrong-signature':
      return `A call to the helpdesk was not confirmed: the answer was not ${your} phone’s`;
    case 'cancelled-on-phone':
      return did(`did not confirm a call to the helpdesk on ${your} phone`);
    case 'not-me':
      return did(`reported on ${your} phone that a call to the helpdesk was not ${you}`);
    case 'device-not-usable':
      return `A call to the helpdesk was not confirmed: ${your} device is locked or removed`;
    case 'cancelled-on-page':
    case 'expired':
      return 'A call to the helpdesk was not confirmed in time';
  }
}
