import type { User } from '../../../accounts/users/user';
import type { NamedDevice } from '../../../audit/device-facts';
import { deviceOf } from '../../approvals/approval-store';
import type { ApprovalId } from '../../approvals/approval';
import type { DecisionObstacle } from '../../approvals/decision';
import { listOpenOfUsers } from '../../approvals/list-open';
import type { CallerEvidence } from '../../caller-check/caller-assessment';
import type { ReissueReason } from '../../caller-check/reissue-reason';
import { INVITATIONS } from '../../invitations/decide-invitation';
import { invitationApprovals } from '../../invitations/invitation-approvals';
import type { InvitationPorts } from '../../invitations/invitation-ports';
import type { InvitationId } from '../../../shared/identifiers/invitation-id';
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
  | { kind: 'invitation'; id: InvitationId; removes: NamedDevice | null; evidence: readonly CallerEvidence[] }
  | { kind: 'removal'; id: ApprovalId; removes: NamedDevice }
);

/** The queue of the approver's domain, oldest first. */
export async function listApprovals(
  ports: Pick<InvitationPorts & RemovalPorts, 'invitations' | 'approvals' | 'clock'>,
  approver: User,
): Promise<Approval[]> {
  const invited = { ...ports, approvals: invitationApprovals(ports.invitations) };
  const invitations = await listOpenOfUsers(invited, INVITATIONS, approver);
  const removals = await listOpenOfUsers(ports, REMOVALS, approver);
  const approvals = [
    ...invitations.map(({ subject: { invitation }, ...request }): Approval => {
      const { id, reason, ticket, oldDevice, evidence } = invitation;
      const removes = oldDevice?.fate === 'remove' ? { instanceId: oldDevice.instanceId } : null;
      return Object.assign(request, { kind: 'invitation', id, reason, ticket, removes, evidence } as const);
    }),
    ...removals.map(({ subject, ...request }): Approval => {
      const { reason, ticket } = subject;
      return Object.assign(request, { kind: 'removal', removes: deviceOf(subject), reason, ticket } as const);
    }),
  ];
  return approvals.toSorted((left, right) => (left.requestedAt < right.requestedAt ? -1 : 1));
}
