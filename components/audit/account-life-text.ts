import type { AccountLifeFact } from '@/lib/audit/facts/account-life-facts';
import { ROLE_WORDS } from '../administration/role-words';
import type { Voice } from './voice';

/** What administrators did with an account. */
export function accountLifeText(event: AccountLifeFact, { your, Your, you }: Voice): string {
  switch (event.type) {
    case 'account-disabled':
      return `${Your} account was disabled`;
    case 'account-frozen':
      return `${Your} account was frozen`;
    case 'freeze-lift-requested':
      return `The helpdesk asked to unfreeze ${Your.toLowerCase()} account`;
    case 'freeze-lift-approved':
      return 'A second person approved the unfreezing';
    case 'freeze-lift-declined':
      return 'A second person declined the unfreezing';
    case 'account-unfrozen':
      return `${Your} account was unfrozen`;
    case 'account-enabled':
      return `${Your} account was enabled`;
    case 'role-given':
      return `${Your} account was given the role ${ROLE_WORDS[event.role]}`;
    case 'role-taken':
      return `The role ${ROLE_WORDS[event.role]} was taken away`;
    case 'sessions-ended':
      return `An administrator signed ${you} out everywhere`;
    case 'account-removal-requested':
      return 'The removal of the account was requested';
    case 'account-removed':
      return `${Your} account was removed`;
    case 'account-change-refused':
      return `A change of ${your} account was refused`;
    case 'account-invited':
      return 'A link for a first password was emailed';
    case 'account-details-changed':
      return `The details of ${your} account were changed`;
    case 'mail-addresses-changed':
      return `${Your} email addresses were changed`;
    case 'role-requested':
      return `The role ${ROLE_WORDS[event.role]} was requested for ${you}`;
    case 'role-declined':
      return `The role ${ROLE_WORDS[event.role]} was declined`;
    case 'role-request-expired':
      return `Nobody agreed to the role ${ROLE_WORDS[event.role]} in time`;
    case 'password-code-sent':
      return 'A code for a new password was emailed';
    case 'proof-code-sent':
      return 'A confirmation code was emailed';
    case 'proof-code-refused':
      return 'A confirmation code was refused';
    case 'password-reset':
      return event.way === 'first-password'
        ? `${Your} first password was set`
        : `${Your} forgotten password was replaced`;
    case 'password-reset-refused':
      return 'A new password was refused';
  }
}
