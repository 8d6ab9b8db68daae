import type { User } from '../../accounts/users/user';
import { type DecisionObstacle, obstacleTo } from '../../approvals/decision';
import type { ChangePorts } from '../helpdesk-ports';
import type { ChangeRequest, PersonChange } from './change-request';

/** A change that waits for a second person. Times are ISO 8601 in UTC. */
export type ChangeApproval = PersonChange &
  Pick<ChangeRequest, 'id' | 'userId' | 'requestedBy' | 'ticket'> & {
    requestedAt: string;
    endsAt: string;
    /** Why the reader of the list may not decide it; null if they may. */
    obstacle: DecisionObstacle | null;
  };

const LIMIT = 200;

/** Changes that wait in the reader's domain, oldest first. */
export async function listChanges(
  { changes, clock }: Pick<ChangePorts, 'changes' | 'clock'>,
  reader: User,
): Promise<ChangeApproval[]> {
  const now = clock.now();
  const awaiting = (await changes.listAwaiting(reader.domain, LIMIT)).filter(({ endsAt }) => now < endsAt);
  return awaiting.map((request) => describe(request, reader));
}

function describe({ requestedAt, endsAt, ...request }: ChangeRequest, reader: User): ChangeApproval {
  const { id, change, role, instanceId, userId, requestedBy, ticket } = request;
  const times = { requestedAt: requestedAt.toISOString(), endsAt: endsAt.toISOString() };
  const what = { change, role, instanceId } as PersonChange;
  return { ...what, ...times, id, userId, requestedBy, ticket, obstacle: obstacleTo(reader.userId, request) };
}
