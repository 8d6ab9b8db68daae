/** Roles as recorded; see `Role`. */
export const ROLES_CHANGED = [
  'user',
  'helpdesk-agent',
  'break-glass',
  'helpdesk-approver',
  'auditor',
  'administrator',
] as const;

/** What was tried with an account. */
export const ACCOUNT_CHANGES = [
  'disable',
  'enable',
  'give-role',
  'take-role',
  'end-sessions',
  'remove',
  'change-details',
  'change-contacts',
  'send-link',
] as const;

/** How a password was set without the old one. */
export const RESET_WAYS = ['first-password', 'forgotten-password'] as const;

/** Why a password was not. */
export const RESET_REFUSALS = [
  'wrong-code',
  'second-proof-missing',
  'one-time-password-wrong',
  'too-many-attempts',
] as const;

/** Why a change of an account was refused. */
export const ACCOUNT_REFUSALS = [
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
] as const;

/** How an account was frozen; see `Freeze`. */
export const FREEZERS = ['person', 'phone', 'not-me'] as const;

type RoleChanged = (typeof ROLES_CHANGED)[number];

/** Facts about what administrators, operators with a shell, the helpdesk and users do with whole accounts. */
export type AccountLifeFact =
  | { type: 'account-disabled' | 'account-enabled' | 'account-removal-requested' | 'account-removed' }
  | { type: 'account-frozen'; by: (typeof FREEZERS)[number] }
  | { type: 'freeze-lift-requested'; freezeId: string; ticket: string }
  | { type: 'freeze-lift-approved' | 'freeze-lift-declined' | 'freeze-lift-expired'; freezeId: string }
  | { type: 'account-unfrozen' }
  | { type: 'role-given' | 'role-taken'; role: RoleChanged }
  | { type: 'sessions-ended'; sessions: number }
  /** The link by which a user sets their first password was mailed. */
  | { type: 'account-invited' }
  | { type: 'account-details-changed' }
  /** @property added how many addresses, and how many are gone */
  | { type: 'mail-addresses-changed'; added: number; removed: number }
  /** The end of each number, and no more of it. */
  | { type: 'phone-numbers-changed'; added: readonly string[]; removed: readonly string[] }
  /** @property managerUserId null for none from now on */
  | { type: 'manager-changed'; managerUserId: string | null }
  | { type: 'role-requested' | 'role-declined' | 'role-request-expired'; role: RoleChanged; requestId: string }
  | { type: 'password-code-sent' }
  /** A code by which a session proves its user was mailed, or was wrong. */
  | { type: 'proof-code-sent' | 'proof-code-refused' }
  | { type: 'password-reset'; way: (typeof RESET_WAYS)[number] }
  | { type: 'password-reset-refused'; reason: (typeof RESET_REFUSALS)[number] }
  | {
      type: 'account-change-refused';
      change: (typeof ACCOUNT_CHANGES)[number];
      reason: (typeof ACCOUNT_REFUSALS)[number];
    };
