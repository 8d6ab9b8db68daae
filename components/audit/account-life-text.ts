import { t } from '@/lib/language/t';
import type { AccountLifeFact } from '@/lib/audit/facts/account-life-facts';
import { ROLE_WORDS } from '../administration/role-words';
import { tell, type Told, type Voice } from './voice';

type OfRole = 'role-given' | 'role-taken' | 'role-requested' | 'role-declined' | 'role-request-expired';

const TEXTS: Record<Exclude<AccountLifeFact['type'], OfRole | 'password-reset'>, Told> = {
  'account-disabled': ['Your account was disabled', 'The account was disabled'],
  'account-frozen': ['Your account was frozen', 'The account was frozen'],
  'freeze-lift-requested': [
    'The helpdesk asked to unfreeze your account',
    'The helpdesk asked to unfreeze the account',
  ],
  'freeze-lift-approved': 'A second person approved the unfreezing',
  'freeze-lift-declined': 'A second person declined the unfreezing',
  'freeze-lift-expired': 'Nobody decided in time on the unfreezing',
  'account-unfrozen': ['Your account was unfrozen', 'The account was unfrozen'],
  'account-enabled': ['Your account was enabled', 'The account was enabled'],
  'sessions-ended': ['An administrator signed you out everywhere', 'An administrator signed them out everywhere'],
  'account-removal-requested': 'The removal of the account was requested',
  'account-removed': ['Your account was removed', 'The account was removed'],
  'account-change-refused': ['A change of your account was refused', 'A change of the account was refused'],
  'account-invited': 'A link for a first password was emailed',
  'account-details-changed': ['The details of your account were changed', 'The details of the account were changed'],
  'mail-addresses-changed': ['Your email addresses were changed', 'The email addresses were changed'],
  'phone-numbers-changed': ['Your telephone numbers were changed', 'The telephone numbers were changed'],
  'manager-changed': ['Your manager on record was changed', 'The manager on record was changed'],
  'password-code-sent': 'A code for a new password was emailed',
  'proof-code-sent': 'A confirmation code was emailed',
  'proof-code-refused': 'A confirmation code was refused',
  'password-reset-refused': 'A new password was refused',
};

const RESET: Record<Extract<AccountLifeFact, { type: 'password-reset' }>['way'], Told> = {
  'first-password': ['Your first password was set', 'The first password was set'],
  'forgotten-password': ['Your forgotten password was replaced', 'The forgotten password was replaced'],
};

/** What administrators did with an account. */
export function accountLifeText(event: AccountLifeFact, voice: Voice): string {
  if (isOfRole(event)) return roleText(event, voice);
  return tell(event.type === 'password-reset' ? RESET[event.way] : TEXTS[event.type], voice);
}

function isOfRole(event: AccountLifeFact): event is Extract<AccountLifeFact, { type: OfRole }> {
  return 'role' in event;
}

function roleText(event: Extract<AccountLifeFact, { type: OfRole }>, { isOwner }: Voice): string {
  const role = t(ROLE_WORDS[event.role]);
  switch (event.type) {
    case 'role-given':
      return isOwner
        ? t('Your account was given the role {role}', { role })
        : t('The account was given the role {role}', { role });
    case 'role-taken':
      return t('The role {role} was taken away', { role });
    case 'role-requested':
      return isOwner
        ? t('The role {role} was requested for you', { role })
        : t('The role {role} was requested for them', { role });
    case 'role-declined':
      return t('The role {role} was declined', { role });
    case 'role-request-expired':
      return t('Nobody agreed to the role {role} in time', { role });
  }
}
