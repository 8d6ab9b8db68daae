import type { Principal, ServiceAccountRequester } from './principal';
import { ROLES, type Role } from './role';
import type { User } from './user';

const EVERYBODY: readonly Role[] = ROLES;
const HELPDESK: readonly Role[] = ['helpdesk-agent', 'helpdesk-approver'];

/**
 * The roles of each permission. Use cases check which objects it applies to. Only `user` reaches an activation's image,
 * password or link, so staff with devices of their own hold it too. Duties are separated: approvers send nothing alone,
 * and users whom the audit log records do not read it.
 */
const GRANTS = {
  'activation:start': ['user'],
  'activation:view': ['user'],
  'authenticator:view': ['user'],
  'authenticator:change': ['user'],
  'profile:change': EVERYBODY,

  /** Tells the helpdesk whether a caller is genuine: for the manager on record, whatever their roles. */
  'caller:confirm': EVERYBODY,

  'user:find': [...HELPDESK, 'administrator'],
  /** A user's devices, and why they are locked. */
  'device:view': [...HELPDESK, 'administrator'],
  /** What a user may, has under way and has done: limits, proofs, pending activation, cases and timeline. */
  'user:view': HELPDESK,
  'invitation:view': HELPDESK,
  'invitation:send': ['helpdesk-agent'],
  'invitation:revoke': HELPDESK,
  /** Only reduces access, so it needs no approval. */
  'device:lock': HELPDESK,
  /** Signs a user out everywhere. Only reduces access. */
  'session:end': HELPDESK,
  'removal:request': ['helpdesk-agent'],
  /** What works on a caller's phone, by a code that the caller tells. It names nobody. */
  'phone-check:read': ['helpdesk-agent'],
  /** The page of pending approvals, where each sees what they may decide. */
  'approval:list': [...HELPDESK, 'administrator'],
  'approval:view': HELPDESK,
  'approval:decide': ['helpdesk-approver'],
  /** Goes on without approval and raises an alarm: for agents who also hold this role, if no approver is available. */
  'approval:break-glass': ['break-glass'],

  /** Skipped approvals and "It wasn't me" reports: for the recipients of the alarm's email. */
  'alarm:view': ['helpdesk-agent', 'helpdesk-approver', 'administrator'],
  /** Figures without names. */
  'numbers:view': ['helpdesk-agent', 'helpdesk-approver', 'auditor', 'administrator'],
  /** All users' activations, with user IDs. */
  'numbers:export': ['helpdesk-approver', 'auditor', 'administrator'],
  'audit:read': ['auditor'],
  'audit:verify': ['auditor'],
  'audit:export': ['auditor'],
  /** Messages that could not be delivered, without their content. */
  'message:view': ['administrator'],
  'message:replay': ['administrator'],
  'account:view': ['administrator'],
  'account:manage': ['administrator'],
  /** Approves a staff role or a service account that an administrator requested. */
  'account:approve': ['helpdesk-approver', 'administrator'],
  /** Systems that call this site, and their keys. */
  'service-account:manage': ['administrator'],
  /** Sends a user here from another site and back. For systems only: no role has it. */
  'activation-link:make': [],
  /** Where events are posted. For systems only: the operator has the settings. */
  'webhook:manage': [],
  /** How the site runs, and its settings without secrets. */
  'status:view': ['administrator'],
  /** Has the audit log sent again to where the operator has it forwarded, and reads nothing of it. */
  'audit:forward': ['administrator'],
  /** What this site says of the organisation: name, logo, colours, who helps. */
  'organisation:change': ['administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof GRANTS;

export const PERMISSIONS = Object.keys(GRANTS) as Permission[];

/** The roles that may, in a full session. */
export function rolesWith(permission: Permission): readonly Role[] {
  return GRANTS[permission];
}

/** Everything that an invited session may do, whatever the user's roles. */
const INVITED: ReadonlySet<Permission> = new Set(['activation:start', 'activation:view']);

/** Concerns other users although everyone may: staff without a second factor may not. */
const ABOUT_OTHERS: ReadonlySet<Permission> = new Set(['caller:confirm']);

function isOwnRole(role: Role): boolean {
  return role === 'user';
}

export function may(
  requester: Principal<Pick<User, 'roles'>> | ServiceAccountRequester,
  permission: Permission,
): boolean {
  if (!('user' in requester)) return requester.scopes.has(permission);
  const { user, scope } = requester;
  if (scope.kind === 'invitation') return INVITED.has(permission);
  if (scope.kind === 'own-account' && ABOUT_OTHERS.has(permission)) return false;
  const granted: readonly Role[] = GRANTS[permission];
  const usable = scope.kind === 'full' || granted === EVERYBODY ? user.roles : user.roles.filter(isOwnRole);
  return usable.some((role) => granted.includes(role));
}
