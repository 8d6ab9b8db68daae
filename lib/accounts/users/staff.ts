import { isStaff, type Role } from './role';
import type { User } from './user';
import type { UserDirectory } from './user-directory';

/** Recipients of alarms and users’ reports; requests for approval go to whoever may decide them. */
export const ALARMED = ['helpdesk-approver', 'administrator'] as const satisfies Role[];
export const HELPDESK = ['helpdesk-agent', 'helpdesk-approver', 'administrator'] as const satisfies Role[];

/** Every holder of one of these roles, once. @param except user IDs to leave out */
export async function staffWith(
  { users }: { users: Pick<UserDirectory, 'listWithRole'> },
  domain: string,
  roles: readonly Role[],
  except: readonly string[] = [],
): Promise<User[]> {
  const lists = await Promise.all(roles.map((role) => users.listWithRole(role, domain)));
  const byId = new Map(lists.flat().map((user) => [user.userId, user]));
  return [...byId.values()].filter(({ userId }) => !except.includes(userId));
}

/** Whether changes to a user's devices need approval: in protected groups, and of staff, who can reach all others. */
export function isProtected({ group, roles }: Pick<User, 'group' | 'roles'>): boolean {
  return group?.isProtected === true || isStaff({ roles });
}
