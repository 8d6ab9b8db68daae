import type { User } from '../../accounts/users/user';
import type { FreezePorts } from '../../safety/safety-ports';
import type { InvitationPorts } from '../../invitations/invitation-ports';
import { listLifts } from '../../safety/freeze/list-lifts';
import type { RemovalPorts } from '../helpdesk-ports';
import { listApprovals } from './list-approvals';

/** How many requests wait that this approver may decide. */
export async function countWaiting(
  ports: Pick<InvitationPorts & RemovalPorts & FreezePorts, 'invitations' | 'approvals' | 'freezes' | 'clock'>,
  approver: User,
): Promise<number> {
  const approvals = await listApprovals(ports, approver);
  const lifts = await listLifts(ports, approver);
  return [...approvals, ...lifts].filter(({ obstacle }) => obstacle === null).length;
}
