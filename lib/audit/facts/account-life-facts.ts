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
export const ACCOUNT_CHANGES = ['disable', 'enable', 'give-role', 'take-role', 'end-sessions', 'remove'] as const;

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
] as const;

/** How an account was frozen; see `Freeze`. */
export const FREEZERS = ['person', 'phone', 'not-me'] as const;

type RoleChanged = (typeof ROLES_CHANGED)[number];

/** Facts about what administrators, operators with a shell, the helpdesk and users do with whole accounts. */
export type AccountLifeFact =
  | { type: 'account-disabled' | 'account-enabled' | 'account-removal-requested' | 'account-removed' }
  | { type: 'account-frozen'; by: (typeof FREEZERS)[number] }
  | { type: 'freeze-lift-requested'; freezeId: string; ticket: string }
  | { type: 'freeze-lift-approved' | 'freeze-lift-declined'; freezeId: string }
  | { type: 'account-unfrozen' }
  | { type: 'role-given' | 'role-taken'; role: RoleChanged }
  | { type: 'sessions-ended'; sessions: number }
  | {
      type: 'account-change-refused';
      change: (typeof ACCOUNT_CHANGES)[number];
      reason: (typeof ACCOUNT_REFUSALS)[number];
    };
