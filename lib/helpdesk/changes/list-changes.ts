import type { User } from '../../accounts/users/user';
import { mayDecide, type DecisionRefusal } from '../approvals/ask-second-person';
import type { ChangePorts } from '../helpdesk-ports';
import type { ChangeRequest, PersonChange } from './change-request';

/** A change that waits for a second person. Times are ISO 8601 in UTC. */
export type ChangeApproval = PersonChange &
  Pick<ChangeRequest, 'id' | 'userId' | 'requestedBy' | 'ticket'> & {
    requestedAt: string;
    endsAt: string;
    /** Why the reader of the list may not decide it; null if they may. */
    obstacle: DecisionRefusal | null;
  };

const LIMIT = 200;

/** Changes that wait in the reader's domain, oldest first. */
export async function listChanges(
  { changes, clock }: Pick<ChangePorts, 'changes' | 'clock'>,
  reader: User,
): Promise<ChangeApproval[]> {
  const now = clock.now();
  const awaiting = (await changes.listAwaiting(LIMIT, reader.domain)).filter(({ endsAt }) => now < endsAt);
  return awaiting.map((request) => describe(request, reader));
}

function describe({ requestedAt, endsAt, ...request }: ChangeRequest, reader: User): ChangeApproval {
  const { id, change, role, instanceId, userId, requestedBy, ticket } = request;
  const allowed = mayDecide(reader.userId, request);
  const times = { requestedAt: requestedAt.toISOString(), endsAt: endsAt.toISOString() };
  const what = { change, role, instanceId } as PersonChange;
  return { ...what, ...times, id, userId, requestedBy, ticket, obstacle: allowed.ok ? null : allowed.refusal };
}
