import type { Actor } from '../audit/audit-event';
import { allOf, type AuditLog } from '../audit/audit-log';
import { STAFF_ROLES } from '../accounts/users/role';
import type { User } from '../accounts/users/user';
import type { UserDirectory } from '../accounts/users/user-directory';
import type { UserKey } from '../shared/identifiers/user-key';
import { skeletonOf } from '../shared/text/look-alike';
import type { Clock } from '../shared/time/clock';
import { DAY } from '../shared/time/duration';
import { staffWith } from '../accounts/users/staff';

/**
 * Whose account it is that somebody decides about, beside what it is called.
 * @property made null where no record says so, as of accounts that another server keeps
 * @property alike members of staff whose user ID or name looks the same
 */
export type AccountOrigin = {
  made: { at: string; by: Actor } | null;
  alike: Pick<User, 'userId' | 'displayName'>[];
};

type Ports = { audit: AuditLog; users: UserDirectory; clock: Clock };

/** The origins of the accounts that a page of approvals is about, by `userId`. @param domain of all of them */
export async function accountOrigins(
  ports: Ports,
  domain: string,
  userIds: readonly string[],
): Promise<Map<string, AccountOrigin>> {
  const unique = [...new Set(userIds)];
  if (unique.length === 0) return new Map();
  const staff = await staffWith(ports, domain, STAFF_ROLES);
  const origins = unique.map(async (userId) => {
    const creation = await madeOf(ports, { userId, domain });
    return [userId, { made: creation, alike: await alikeOf(ports, { userId, domain }, staff) }] as const;
  });
  return new Map(await Promise.all(origins));
}

async function madeOf({ audit, clock }: Ports, { userId, domain }: UserKey): Promise<AccountOrigin['made']> {
  const period = { from: new Date(0), to: new Date(clock.now().getTime() + DAY) };
  const filter = { ...allOf(period, domain), type: 'account-created', subjectUserId: userId } as const;
  const [record] = await audit.list(filter, { order: 'newest-first', after: null, limit: 1 });
  return record ? { at: record.at.toISOString(), by: record.event.actor } : null;
}

async function alikeOf({ users }: Ports, named: UserKey, staff: readonly User[]): Promise<AccountOrigin['alike']> {
  const user = await users.find(named.userId, named.domain);
  const own = skeletonsOf(user ?? { userId: named.userId, displayName: named.userId });
  return staff
    .filter((member) => member.userId !== named.userId && skeletonsOf(member).some((one) => own.includes(one)))
    .map(({ userId, displayName }) => ({ userId, displayName }));
}

function skeletonsOf({ userId, displayName }: Pick<User, 'userId' | 'displayName'>): string[] {
  return [skeletonOf(userId), skeletonOf(displayName)];
}
