import { ROLE_WORDS } from '../../shared/language/role-words';
import { t } from '../../shared/language/t';
import { defineAuditEvent, NO_FACTS } from '../define-audit-event';
import { count, listOf, nullable, optional, text, word, words, type WordOf } from '../properties';
import { oneVoice, twoVoices } from '../voice';

/** Roles as recorded; see `Role`. */
export const ROLES = words('role', [
  'user',
  'helpdesk-agent',
  'break-glass',
  'helpdesk-approver',
  'auditor',
  'administrator',
]);

/** What was tried with an account. */
export const ACCOUNT_CHANGES = words('account change', [
  'disable',
  'enable',
  'give-role',
  'take-role',
  'end-sessions',
  'remove',
  'change-details',
  'change-contacts',
  'send-link',
]);

/** Why a change of an account was refused. */
export const ACCOUNT_REFUSALS = words('refused account change', [
  'not-found',
  'own-account',
  'not-permitted',
  'last-administrator',
  'already-disabled',
  'not-disabled',
  'being-removed',
  'has-role',
  'lacks-role',
  'not-invited',
  'no-mail-address',
  'already-asked',
  'not-awaiting',
  'own-request',
  'address-of-staff',
  'changed-meanwhile',
  'manager-unknown',
]);

/** How an account was frozen; see `Freeze`. */
const FREEZERS = words('way to freeze', ['person', 'phone', 'not-me', 'lost-phone']);

const FREEZE = { facts: { freezeId: text }, example: { freezeId: 'frz-1' } };

const ROLE = { facts: { role: word(ROLES) }, example: { role: 'auditor' } } as const;

const ROLE_REQUEST = {
  facts: { role: word(ROLES), requestId: text },
  example: { role: 'auditor', requestId: 'rol-00' },
} as const;

const itsRole = ({ role }: { role: WordOf<typeof ROLES> }) => ({ role: t(ROLE_WORDS[role]) });

/** What administrators, operators with a shell, the helpdesk and users do with whole accounts. */
export const ACCOUNT_EVENTS = [
  defineAuditEvent({
    type: 'account-created',
    ...NO_FACTS,
    name: 'Account created',
    sentence: oneVoice('Account created'),
    ocsf: ['account change', 'Create'],
  }),
  defineAuditEvent({
    type: 'account-disabled',
    ...NO_FACTS,
    name: 'Account disabled',
    sentence: twoVoices('Your account was disabled', 'The account was disabled'),
    ocsf: ['account change', 'Disable'],
  }),
  defineAuditEvent({
    type: 'account-frozen',
    // `reference`: of the helpdesk's case; not in records from before there were any.
    facts: { by: word(FREEZERS), reference: optional(text) },
    example: { by: 'person', reference: 'case-KX4P-7MQ2' },
    name: 'Account frozen',
    sentence: twoVoices('Your account was frozen', 'The account was frozen'),
    ocsf: ['account change', 'Lock'],
    severity: 'high',
  }),
  defineAuditEvent({
    type: 'freeze-lift-requested',
    facts: { freezeId: text, ticket: text },
    example: { freezeId: 'frz-1', ticket: 'T-1' },
    name: 'Unfreezing requested',
    sentence: twoVoices('The helpdesk asked to unfreeze your account', 'The helpdesk asked to unfreeze the account'),
  }),
  defineAuditEvent({
    type: 'freeze-lift-approved',
    ...FREEZE,
    name: 'Unfreezing approved',
    sentence: oneVoice('A second person approved the unfreezing'),
  }),
  defineAuditEvent({
    type: 'freeze-lift-declined',
    ...FREEZE,
    name: 'Unfreezing declined',
    sentence: oneVoice('A second person declined the unfreezing'),
  }),
  defineAuditEvent({
    type: 'freeze-lift-expired',
    ...FREEZE,
    name: 'Request to unfreeze expired',
    sentence: oneVoice('Nobody decided in time on the unfreezing'),
  }),
  defineAuditEvent({
    type: 'account-unfrozen',
    ...NO_FACTS,
    name: 'Account unfrozen',
    sentence: twoVoices('Your account was unfrozen', 'The account was unfrozen'),
    ocsf: ['account change', 'Enable'],
  }),
  defineAuditEvent({
    type: 'account-enabled',
    ...NO_FACTS,
    name: 'Account enabled',
    sentence: twoVoices('Your account was enabled', 'The account was enabled'),
    ocsf: ['account change', 'Enable'],
  }),
  defineAuditEvent({
    type: 'role-given',
    ...ROLE,
    name: 'Role given',
    sentence: twoVoices('Your account was given the role {role}', 'The account was given the role {role}', itsRole),
    ocsf: ['user access', 'Assign Privileges'],
  }),
  defineAuditEvent({
    type: 'role-taken',
    ...ROLE,
    name: 'Role taken away',
    sentence: oneVoice('The role {role} was taken away', itsRole),
    ocsf: ['user access', 'Revoke Privileges'],
  }),
  defineAuditEvent({
    type: 'sessions-ended',
    facts: { sessions: count },
    example: { sessions: 2 },
    name: 'Sessions ended by staff',
    sentence: twoVoices('An administrator signed you out everywhere', 'An administrator signed them out everywhere'),
    ocsf: ['authentication', 'Logoff'],
  }),
  defineAuditEvent({
    type: 'account-removal-requested',
    ...NO_FACTS,
    name: 'Removal of the account requested',
    sentence: oneVoice('The removal of the account was requested'),
  }),
  defineAuditEvent({
    type: 'account-removed',
    ...NO_FACTS,
    name: 'Account removed',
    sentence: twoVoices('Your account was removed', 'The account was removed'),
    ocsf: ['account change', 'Delete'],
  }),
  defineAuditEvent({
    type: 'account-change-refused',
    facts: { change: word(ACCOUNT_CHANGES), reason: word(ACCOUNT_REFUSALS) },
    example: { change: 'disable', reason: 'last-administrator' },
    name: 'Change of an account refused',
    sentence: twoVoices('A change of your account was refused', 'A change of the account was refused'),
  }),
  /** The link by which a user sets their first password was mailed. */
  defineAuditEvent({
    type: 'account-invited',
    ...NO_FACTS,
    name: 'Link for a first password sent',
    sentence: oneVoice('A link for a first password was emailed'),
  }),
  defineAuditEvent({
    type: 'account-details-changed',
    ...NO_FACTS,
    name: 'Account details changed',
    sentence: twoVoices('The details of your account were changed', 'The details of the account were changed'),
  }),
  defineAuditEvent({
    type: 'mail-addresses-changed',
    facts: {
      // How many addresses.
      added: count,
      removed: count,
    },
    example: { added: 1, removed: 1 },
    name: 'Email addresses changed',
    sentence: twoVoices('Your email addresses were changed', 'The email addresses were changed'),
  }),
  /** The end of each number, and no more of it. */
  defineAuditEvent({
    type: 'phone-numbers-changed',
    facts: { added: listOf(text), removed: listOf(text) },
    example: { added: ['…67'], removed: ['…10'] },
    name: 'Telephone numbers changed',
    sentence: twoVoices('Your telephone numbers were changed', 'The telephone numbers were changed'),
  }),
  defineAuditEvent({
    type: 'manager-changed',
    facts: {
      // Null for none from now on.
      managerUserId: nullable(text),
    },
    example: { managerUserId: 'ann.chief' },
    name: 'Manager changed',
    sentence: twoVoices('Your manager on record was changed', 'The manager on record was changed'),
  }),
  defineAuditEvent({
    type: 'role-requested',
    ...ROLE_REQUEST,
    name: 'Role requested',
    sentence: twoVoices('The role {role} was requested for you', 'The role {role} was requested for them', itsRole),
  }),
  defineAuditEvent({
    type: 'role-declined',
    ...ROLE_REQUEST,
    name: 'Role declined',
    sentence: oneVoice('The role {role} was declined', itsRole),
  }),
  defineAuditEvent({
    type: 'role-request-expired',
    ...ROLE_REQUEST,
    name: 'Request for a role expired',
    sentence: oneVoice('Nobody agreed to the role {role} in time', itsRole),
  }),
] as const;
