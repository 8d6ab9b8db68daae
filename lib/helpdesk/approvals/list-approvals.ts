import type { User } from '../../accounts/users/user';
import type { ApprovalId } from '../../approvals/approval';
import { type DecisionObstacle, obstacleTo } from '../../approvals/decision';
import { listOpenOfUsers, MOST_LISTED } from '../../approvals/list-open';
import type { CallerEvidence } from '../../caller-check/caller-assessment';
import type { ReissueReason } from '../../caller-check/reissue-reason';
import type { AwaitingApproval } from '../../invitations/invitation';
import type { InvitationPorts } from '../../invitations/invitation-ports';
import type { InvitationId } from '../../shared/identifiers/invitation-id';
import type { RemovalPorts } from '../helpdesk-ports';
import { REMOVALS } from '../removal/removals';

/** A request that awaits approval. Times are ISO 8601 in UTC. */
export type Approval = {
  userId: string;
  domain: string;
  reason: ReissueReason;
  ticket: string;
  requestedBy: string;
  requestedAt: string;
  endsAt: string;
  /** Why the approver who reads the list may not decide it; null if they may. */
  obstacle: DecisionObstacle | null;
} & (
  | { kind: 'invitation'; id: InvitationId; removes: string | null; evidence: readonly CallerEvidence[] }
  | { kind: 'removal'; id: ApprovalId; removes: string }
);

/** The queue of the approver's domain, oldest first. */
export async function listApprovals(
  ports: Pick<InvitationPorts & RemovalPorts, 'invitations' | 'approvals' | 'clock'>,
  approver: User,
): Promise<Approval[]> {
  const now = ports.clock.now();
  const invitations = await ports.invitations.listAwaiting(approver.domain, MOST_LISTED);
  const removals = await listOpenOfUsers(ports, REMOVALS, approver);
  const approvals = [
    ...invitations.filter(({ endsAt }) => now < endsAt).map((invitation) => describeInvitation(invitation, approver)),
    ...removals.map(({ subject: { instanceId: removes, reason, ticket }, ...request }): Approval =>
      Object.assign(request, { kind: 'removal', removes, reason, ticket } as const),
    ),
  ];
  return approvals.toSorted((left, right) => (left.requestedAt < right.requestedAt ? -1 : 1));
}

function describeInvitation(invitation: AwaitingApproval, approver: User): Approval {
  const { id, userId, domain, reason, ticket, requestedBy, requestedAt, endsAt, oldDevice, evidence } = invitation;
  return {
    kind: 'invitation',
    id,
    userId,
    domain,
    reason,
    ticket,
    requestedBy,
    requestedAt: requestedAt.toISOString(),
    endsAt: endsAt.toISOString(),
    obstacle: obstacleTo(approver.userId, invitation),
    removes: oldDevice?.fate === 'remove' ? oldDevice.instanceId : null,
    evidence,
  };
}
