import type { FreezeId, LiftRequest, LiftRequested } from '../../accounts/freeze/freeze';
import type { User } from '../../accounts/users/user';
import { type DecisionObstacle, obstacleTo } from '../../approvals/decision';
import type { CallerEvidence } from '../../caller-check/caller-assessment';
import { liftRequestKey } from './lift-freeze';
import type { FreezePorts } from '../safety-ports';

/** A request to unfreeze that awaits a second person. Times are ISO 8601 in UTC. */
export type LiftApproval = Pick<LiftRequest, 'ticket' | 'requestedBy'> & {
  evidence: readonly CallerEvidence[];
  id: FreezeId;
  /** Which of the freeze's requests; see `liftRequestKey`. */
  key: string;
  userId: string;
  requestedAt: string;
  frozenAt: string;
  endsAt: string;
  /** Why the approver who reads the list may not decide it; null if they may. */
  obstacle: DecisionObstacle | null;
};

const LIMIT = 200;

/** Oldest freeze first, of the approver's domain. */
export async function listLifts(
  ports: Pick<FreezePorts, 'freezes' | 'clock'>,
  approver: User,
): Promise<LiftApproval[]> {
  const now = ports.clock.now();
  const requested = await ports.freezes.listLiftRequested(approver.domain, LIMIT);
  return requested.filter(({ endsAt }) => now < endsAt).map((freeze) => describe(freeze, approver));
}

function describe(freeze: LiftRequested, approver: User): LiftApproval {
  const { id, userId, ticket, requestedBy, requestedAt, frozenAt, endsAt } = freeze;
  const times = {
    requestedAt: requestedAt.toISOString(),
    frozenAt: frozenAt.toISOString(),
    endsAt: endsAt.toISOString(),
  };
  // The accounts, which store it, do not know the helpdesk's checks: `lift-freeze.ts` alone writes it.
  const evidence = freeze.evidence as readonly CallerEvidence[];
  return {
    id,
    key: liftRequestKey(freeze),
    userId,
    ticket,
    evidence,
    requestedBy,
    ...times,
    obstacle: obstacleTo(approver.userId, freeze),
  };
}
