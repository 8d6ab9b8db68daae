import type { Actor } from '../../audit/audit-event';
import type { AuditLog } from '../../audit/audit-log';
import type { PeopleNames } from '../../accounts/users/people-names';
import { STAFF_ROLES } from '../../accounts/users/role';
import type { User } from '../../accounts/users/user';
import type { UserDirectory } from '../../accounts/users/user-directory';
import { skeletonOf } from '../../shared/text/look-alike';
import { staffWith } from '../../accounts/users/staff';

/**
 * Whose account it is that somebody decides about, beside what it is called.
 * @property made null where no record says so, as of accounts that another server keeps
 * @property alike members of staff whose user ID or name looks the same
 */
export type AccountOrigin = {
  made: { at: string; by: Actor } | null;
  alike: Pick<User, 'userId' | 'displayName'>[];
};

type Ports = { audit: AuditLog; users: UserDirectory };

/**
 * The origins of the accounts that a page of approvals is about, by `userId`.
 * @param domain of all of them
 * @param names of the accounts, as far as they are still there
 */
export async function accountOrigins(
  ports: Ports,
  domain: string,
  userIds: readonly string[],
  names: PeopleNames,
): Promise<Map<string, AccountOrigin>> {
  const unique = [...new Set(userIds)];
  if (unique.length === 0) return new Map();
  const staff = await staffWith(ports, domain, STAFF_ROLES);
  const creations = await ports.audit.listNewestOf('account-created', domain, unique);
  return new Map(
    unique.map((userId) => {
      const creation = creations.find(({ event }) => event.subject?.userId === userId);
      const made = creation ? { at: creation.at.toISOString(), by: creation.event.actor } : null;
      return [userId, { made, alike: alikeOf({ userId, displayName: names.get(userId) ?? userId }, staff) }];
    }),
  );
}

function alikeOf(user: Pick<User, 'userId' | 'displayName'>, staff: readonly User[]): AccountOrigin['alike'] {
  const own = skeletonsOf(user);
  return staff
    .filter((member) => member.userId !== user.userId && skeletonsOf(member).some((one) => own.includes(one)))
    .map(({ userId, displayName }) => ({ userId, displayName }));
}

function skeletonsOf({ userId, displayName }: Pick<User, 'userId' | 'displayName'>): string[] {
  return [skeletonOf(userId), skeletonOf(displayName)];
}
