import type { User } from '../../accounts/users/user';
import type { InvitationPorts } from '../../invitations/invitation-ports';
import type { DeviceRemovalId } from '../removal/device-removal';
import { type DecisionObstacle, obstacleTo } from '../../approvals/decision';
import type { RemovalPorts } from '../helpdesk-ports';
import type { InvitationId } from '../../shared/identifiers/invitation-id';
import type { CallerEvidence } from '../../caller-check/caller-assessment';
import type { ReissueReason } from '../../caller-check/reissue-reason';

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
  | { kind: 'removal'; id: DeviceRemovalId; removes: string }
);

const LIMIT = 200;

/** The queue of the approver's domain, oldest first. */
export async function listApprovals(
  ports: Pick<InvitationPorts & RemovalPorts, 'invitations' | 'removals' | 'clock'>,
  approver: User,
): Promise<Approval[]> {
  const now = ports.clock.now();
  const isOpen = ({ endsAt }: Request) => now < endsAt;
  const invitations = (await ports.invitations.listAwaiting(approver.domain, LIMIT)).filter(isOpen);
  const removals = (await ports.removals.listAwaiting(approver.domain, LIMIT)).filter(isOpen);
  const approvals: Approval[] = [
    ...invitations.map(({ id, oldDevice, evidence, ...request }): Approval => {
      const removes = oldDevice?.fate === 'remove' ? oldDevice.instanceId : null;
      return Object.assign(describe(request, approver), { kind: 'invitation', id, removes, evidence } as const);
    }),
    ...removals.map(({ id, instanceId, ...request }): Approval =>
      Object.assign(describe(request, approver), { kind: 'removal', id, removes: instanceId } as const),
    ),
  ];
  return approvals.toSorted((left, right) => (left.requestedAt < right.requestedAt ? -1 : 1));
}

type Request = {
  userId: string;
  domain: string;
  reason: ReissueReason;
  ticket: string;
  requestedBy: string;
  requestedAt: Date;
  endsAt: Date;
};

function describe({ userId, domain, reason, ticket, requestedBy, requestedAt, endsAt }: Request, approver: User) {
  const times = { requestedAt: requestedAt.toISOString(), endsAt: endsAt.toISOString() };
  return {
    userId,
    domain,
    reason,
    ticket,
    requestedBy,
    ...times,
    obstacle: obstacleTo(approver.userId, { requestedBy, userId }),
  };
}
