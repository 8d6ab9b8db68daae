import { allOf, type AuditLog } from '../../audit/audit-log';
import type { User } from '../../accounts/users/user';
import type { UserDirectory } from '../../accounts/users/user-directory';
import type { Clock } from '../../shared/time/clock';
import { DAY } from '../../shared/time/duration';
import { describePeople, type FoundPerson } from './find-users';
import type { InvitationStore } from '../invitations/invitation-store';

const WITHIN_MS = 14 * DAY;

/** Several records are about one person. */
const RECORDS = 200;
const PEOPLE = 8;

type RecentPeoplePorts = {
  audit: Pick<AuditLog, 'list'>;
  users: Pick<UserDirectory, 'find'>;
  invitations: InvitationStore;
  clock: Clock;
};

/** Whom a member of staff did something for in the last two weeks, the latest first. */
export async function listRecentPeople(ports: RecentPeoplePorts, staff: User): Promise<FoundPerson[]> {
  const { audit, users, clock } = ports;
  const to = new Date(clock.now().getTime() + 1);
  const { userId: actorUserId, domain } = staff;
  const filter = { ...allOf({ from: new Date(to.getTime() - WITHIN_MS), to }, domain), actorUserId };
  const records = await audit.list(filter, { order: 'newest-first', after: null, limit: RECORDS });
  const people = records.flatMap(({ event: { subject } }) =>
    subject && subject.userId !== actorUserId ? [subject.userId] : [],
  );
  const recent = [...new Set(people)].slice(0, PEOPLE);
  const recentUsers = await Promise.all(recent.map((userId) => users.find(userId, domain)));
  return describePeople(
    ports,
    recentUsers.filter((user) => user !== null),
  );
}
