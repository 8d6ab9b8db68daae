import type { User } from '../../accounts/users/user';
import { listLifts } from '../freeze/list-lifts';
import type { FreezePorts, InvitationPorts, RemovalPorts } from '../helpdesk-ports';
import { listApprovals } from './list-approvals';

/** How many requests wait that this approver may decide. */
export async function countWaiting(
  ports: Pick<InvitationPorts & RemovalPorts & FreezePorts, 'invitations' | 'removals' | 'freezes' | 'clock'>,
  approver: User,
): Promise<number> {
  const approvals = await listApprovals(ports, approver);
  const lifts = await listLifts(ports, approver);
  return [...approvals, ...lifts].filter(({ obstacle }) => obstacle === null).length;
}
