import type { User } from '../accounts/users/user';
import type { UserDirectory } from '../accounts/users/user-directory';
import { type DecisionObstacle, obstacleTo } from '../approvals/decision';
import type { Clock } from '../shared/time/clock';
import type { RoleRequest, RoleRequestStore } from './role-request';

/** A staff role that waits for a second person, and who it is for. Times are ISO 8601 in UTC. */
export type RoleApproval = Pick<RoleRequest, 'id' | 'userId' | 'domain' | 'role' | 'requestedBy'> & {
  displayName: string;
  /** Of whoever gets the role: where their mails go. */
  mailAddresses: readonly string[];
  /** The roles they have. */
  roles: User['roles'];
  requestedAt: string;
  endsAt: string;
  /** Why the reader of the list may not decide it; null if they may. */
  obstacle: DecisionObstacle | null;
};

const LIMIT = 200;

/** Requests for staff roles in the reader's domain, oldest first. */
export async function listRoleRequests(
  { roleRequests, users, clock }: { roleRequests: RoleRequestStore; users: UserDirectory; clock: Clock },
  reader: User,
): Promise<RoleApproval[]> {
  const now = clock.now();
  const awaiting = await roleRequests.listAwaiting(reader.domain, LIMIT);
  const listed = awaiting.filter(({ endsAt }) => now < endsAt);
  const described = await Promise.all(listed.map((request) => describe(users, reader, request)));
  return described.filter((request) => request !== null);
}

async function describe(
  users: UserDirectory,
  reader: User,
  { requestedAt, endsAt, ...request }: RoleRequest,
): Promise<RoleApproval | null> {
  const user = await users.find(request.userId, request.domain);
  if (!user) return null;
  const { displayName, mailAddresses, roles } = user;
  const times = { requestedAt: requestedAt.toISOString(), endsAt: endsAt.toISOString() };
  return { ...request, ...times, displayName, mailAddresses, roles, obstacle: obstacleTo(reader.userId, request) };
}
