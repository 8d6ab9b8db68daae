import type { Role } from './role';
import type { User } from './user';

/** What an action or route asks for. Which object it may be done to is checked apart: only one's own. */
export type Permission =
  'activation:start' | 'activation:view' | 'authenticator:view' | 'authenticator:change' | 'profile:change';

const OWN_DEVICES: readonly Permission[] = [
  'activation:start',
  'activation:view',
  'authenticator:view',
  'authenticator:change',
  'profile:change',
];

/** Staff hold `user` too when they have devices of their own; no role reaches into another person's activation. */
const GRANTS: Record<Role, readonly Permission[]> = {
  user: OWN_DEVICES,
  'helpdesk-agent': ['profile:change'],
  'helpdesk-approver': ['profile:change'],
  auditor: ['profile:change'],
  administrator: ['profile:change'],
};

export function mayUser(user: User, permission: Permission): boolean {
  return user.roles.some((role) => GRANTS[role].includes(permission));
}
