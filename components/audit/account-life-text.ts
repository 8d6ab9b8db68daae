import type { AccountLifeFact } from '@/lib/audit/facts/account-life-facts';
import { ROLE_WORDS } from '../administration/role-words';
import type { Voice } from './voice';

/** What administrators did with an account. */
export function accountLifeText(event: AccountLifeFact, { Your, you }: Voice): string {
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
      return `A change of ${Your.toLowerCase()} account was refused`;
  }
}
