import type { StandingFreeze } from '../../../accounts/freeze/freeze';
import type { User } from '../../../accounts/users/user';
import type { Awaiting } from '../../approvals/approval';
import { listOpenOfUsers, type OpenUserApproval } from '../../approvals/list-open';
import type { FreezePorts } from '../safety-ports';
import { LIFTS, type Lift } from './lifts';

/** A request to unfreeze that awaits a second person. Times are ISO 8601 in UTC. */
export type LiftApproval = Omit<OpenUserApproval<Lift>, 'subject'> & Omit<Lift, 'freezeId'> & { frozenAt: string };

type Ports = Pick<FreezePorts, 'freezes' | 'approvals' | 'clock'>;

/** Of the approver's domain, oldest first. */
export async function listLifts(ports: Ports, approver: User): Promise<LiftApproval[]> {
  const open = await listOpenOfUsers(ports, LIFTS, approver);
  const described = await Promise.all(open.map((request) => describe(ports, request)));
  return described.filter((lift) => lift !== null);
}

/** The request to lift a freeze that waits, if there is one. */
export async function findAwaitedLift(
  { approvals }: Pick<Ports, 'approvals'>,
  { id, userId, domain }: StandingFreeze,
): Promise<Awaiting<Lift> | null> {
  const [latest] = await approvals.listFor(LIFTS, { userId, domain }, 1);
  return latest?.state === 'awaiting' && latest.subject.freezeId === id ? latest : null;
}

async function describe(
  { freezes }: Ports,
  { subject: { freezeId, ticket, evidence }, ...request }: OpenUserApproval<Lift>,
): Promise<LiftApproval | null> {
  const freeze = await freezes.find(freezeId);
  return freeze && { ...request, ticket, evidence, frozenAt: freeze.frozenAt.toISOString() };
}
