import type { Principal } from './principal';
import type { Role } from './role';
import type { User } from './user';

const EVERYBODY: readonly Role[] = ['user', 'helpdesk-agent', 'helpdesk-approver', 'auditor', 'administrator'];
const HELPDESK: readonly Role[] = ['helpdesk-agent', 'helpdesk-approver'];

/**
 * What an action or route asks for, and the roles that have it. Which object it may be done to is checked apart.
 *
 * Staff hold `user` too when they have devices of their own: no other role reaches an activation's image, password or
 * link, not even one's own. Whoever decides sends nothing alone, and whoever is recorded does not read the records.
 */
const GRANTS = {
  'activation:start': ['user'],
  'activation:view': ['user'],
  'authenticator:view': ['user'],
  'authenticator:change': ['user'],
  'profile:change': EVERYBODY,

  'user:find': HELPDESK,
  /** A user's devices, limits, pending activation and timeline. */
  'user:view': HELPDESK,
  'invitation:view': HELPDESK,
  'invitation:send': ['helpdesk-agent'],
  'invitation:revoke': HELPDESK,
  /** Can only reduce access, so one person is enough. */
  'device:lock': HELPDESK,
  'removal:request': ['helpdesk-agent'],
  'approval:view': HELPDESK,
  'approval:decide': ['helpdesk-approver'],
  /** Goes on without a second person, and alarms: for those who ask, when nobody is there to decide. */
  'approval:break-glass': ['helpdesk-agent'],

  /** Figures without names. */
  'numbers:view': ['helpdesk-agent', 'helpdesk-approver', 'auditor', 'administrator'],
  /** Activations of everybody, with user IDs. */
  'numbers:export': ['helpdesk-approver', 'auditor', 'administrator'],
  'audit:read': ['auditor'],
  'audit:verify': ['auditor'],
  'audit:export': ['auditor'],
  /** Messages that could not be delivered, without their content. */
  'message:view': ['administrator'],
  'message:replay': ['administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof GRANTS;

export const PERMISSIONS = Object.keys(GRANTS) as Permission[];

/** What an invitation is for. */
const INVITED: ReadonlySet<Permission> = new Set(['activation:start', 'activation:view']);

/** In the scope of an invitation, roles grant nothing. */
export function may({ user, scope }: Principal<Pick<User, 'roles'>>, permission: Permission): boolean {
  if (scope.kind === 'invitation') return INVITED.has(permission);
  const granted: readonly Role[] = GRANTS[permission];
  return user.roles.some((role) => granted.includes(role));
}
