import type { CallerEvidence } from '../caller-check/caller-assessment';
import type { Invitation, InvitationState, Proof, RevocationReason } from './invitation';
import type { InvitationId } from '../../shared/identifiers/invitation-id';
import type { OldDevice } from './old-device';
import type { Delivery } from './reissue';
import type { ReissueReason } from '../caller-check/reissue-reason';

/** What staff may know of an invitation: all but its secrets. Times are ISO 8601 in UTC. */
export type InvitationSummary = {
  id: InvitationId;
  state: InvitationState;
  userId: string;
  domain: string;
  reason: ReissueReason;
  reasonText: string | null;
  ticket: string;
  delivery: Delivery;
  lifetimeMs: number;
  evidence: readonly CallerEvidence[];
  justification: string | null;
  oldDevice: OldDevice | null;
  requestedBy: string;
  requestedAt: string;
  approvedBy: string | null;
  /** When it expires; null once it has ended. */
  endsAt: string | null;
  endedAt: string | null;
  /** The member of staff who declined or revoked it. */
  endedBy: string | null;
  /** Why it was revoked. */
  why: RevocationReason | null;
  /** How the opener proved their identity. */
  proof: Proof | null;
  /** Whether the caller's page shows a read-out code that the agent has to type. */
  awaitsReadOut: boolean;
  /** The new device. */
  instanceId: string | null;
};

export function summarizeInvitation(invitation: Invitation): InvitationSummary {
  const { id, state, userId, domain, reason, reasonText, ticket, delivery, lifetimeMs, evidence } = invitation;
  const { justification, oldDevice, requestedBy, requestedAt } = invitation;
  const facts = { reason, reasonText, ticket, delivery, lifetimeMs, evidence, justification, oldDevice, requestedBy };
  return {
    id,
    state,
    userId,
    domain,
    ...facts,
    requestedAt: requestedAt.toISOString(),
    approvedBy: 'approvedBy' in invitation ? invitation.approvedBy : null,
    endsAt: 'endsAt' in invitation ? invitation.endsAt.toISOString() : null,
    endedAt: 'endedAt' in invitation ? invitation.endedAt.toISOString() : null,
    endedBy: enderOf(invitation),
    why: invitation.state === 'revoked' ? invitation.why : null,
    proof: 'proof' in invitation ? invitation.proof : null,
    awaitsReadOut: invitation.state === 'live' && invitation.readOut !== null,
    instanceId: 'instanceId' in invitation ? invitation.instanceId : null,
  };
}

function enderOf(invitation: Invitation): string | null {
  if (invitation.state === 'revoked') return invitation.revokedBy;
  return invitation.state === 'declined' ? invitation.declinedBy : null;
}
