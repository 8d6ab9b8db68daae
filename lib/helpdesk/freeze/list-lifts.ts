import type { FreezeId, LiftRequest, LiftRequested } from '../../accounts/freeze/freeze';
import type { User } from '../../accounts/users/user';
import { mayDecide, type DecisionRefusal } from '../approvals/ask-second-person';
import type { CallerEvidence } from '../caller-check/caller-assessment';
import { liftRequestKey } from './lift-freeze';
import type { FreezePorts } from '../helpdesk-ports';

/** A request to unfreeze that awaits a second person. Times are ISO 8601 in UTC. */
export type LiftApproval = Pick<LiftRequest, 'ticket' | 'requestedBy'> & {
  evidence: readonly CallerEvidence[];
  id: FreezeId;
  /** Which of the freeze's requests; see `liftRequestKey`. */
  key: string;
  userId: string;
  requestedAt: string;
  frozenAt: string;
  /** Why the approver who reads the list may not decide it; null if they may. */
  obstacle: DecisionRefusal | null;
};

const LIMIT = 200;

/** Oldest freeze first, of the approver's domain. */
export async function listLifts(ports: Pick<FreezePorts, 'freezes'>, approver: User): Promise<LiftApproval[]> {
  const requested = await ports.freezes.listLiftRequested(LIMIT, approver.domain);
  return requested.map((freeze) => describe(freeze, approver));
}

function describe(freeze: LiftRequested, approver: User): LiftApproval {
  const { id, userId, ticket, requestedBy, requestedAt, frozenAt } = freeze;
  const allowed = mayDecide(approver.userId, { requestedBy, userId });
  const times = { requestedAt: requestedAt.toISOString(), frozenAt: frozenAt.toISOString() };
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
    obstacle: allowed.ok ? null : allowed.refusal,
  };
}
