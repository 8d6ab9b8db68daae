import type { User } from '../../accounts/users/user';
import { isOpen, type Awaiting } from './approval';
import type { ApprovalStore, StoredKind } from './approval-store';
import { obstacleTo, type DecisionObstacle } from './decision';
import { userOf } from './request-approval';
import type { Clock } from '../../shared/time/clock';

/** A request that awaits a second person, for a reader of the queue. Times are ISO 8601 in UTC. */
export type OpenApproval<Subject> = Pick<Awaiting<Subject>, 'id' | 'subject' | 'domain' | 'requestedBy'> & {
  requestedAt: string;
  endsAt: string;
  /** Why the reader may not decide it; null if they may. */
  obstacle: DecisionObstacle | null;
};

/** One that concerns a user. */
export type OpenUserApproval<Subject> = OpenApproval<Subject> & { userId: string };

type Ports = { approvals: Pick<ApprovalStore, 'listAwaiting'>; clock: Clock };
type Reader = Pick<User, 'userId' | 'domain'>;

/** Of one kind, at one time. */
const MOST_LISTED = 200;

/** Requests of a kind that somebody of the reader's domain may decide now, oldest first. */
export async function listOpen<Subject extends object>(
  ports: Ports,
  kind: StoredKind<Subject>,
  reader: Reader,
): Promise<OpenApproval<Subject>[]> {
  return (await findOpen(ports, kind, reader.domain)).map((approval) => describe(approval, reader));
}

/** The same of a kind that concerns users. */
export async function listOpenOfUsers<Subject extends object>(
  ports: Ports,
  kind: StoredKind<Subject>,
  reader: Reader,
): Promise<OpenUserApproval<Subject>[]> {
  const awaiting = await findOpen(ports, kind, reader.domain);
  return awaiting.map((approval) => Object.assign(describe(approval, reader), { userId: userOf(approval).userId }));
}

/** Requests of a kind that may be decided now, oldest first. */
export async function findOpen<Subject extends object>(
  { approvals, clock }: Ports,
  kind: StoredKind<Subject>,
  domain: string,
): Promise<Awaiting<Subject>[]> {
  const now = clock.now();
  return (await approvals.listAwaiting(kind, domain, MOST_LISTED)).filter((approval) => isOpen(approval, now));
}

function describe<Subject>(approval: Awaiting<Subject>, reader: Reader): OpenApproval<Subject> {
  const { id, subject, domain, requestedBy, requestedAt, endsAt } = approval;
  const times = { requestedAt: requestedAt.toISOString(), endsAt: endsAt.toISOString() };
  return { id, subject, domain, requestedBy, ...times, obstacle: obstacleTo(reader.userId, approval) };
}
