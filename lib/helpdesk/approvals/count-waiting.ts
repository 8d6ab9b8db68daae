import type { User } from '../../accounts/users/user';
import type { InvitationPorts, RemovalPorts } from '../helpdesk-ports';
import { listApprovals } from './list-approvals';

/** How many requests wait that this approver may decide. */
export async function countWaiting(
  ports: Pick<InvitationPorts & RemovalPorts, 'invitations' | 'removals' | 'clock'>,
  approver: User,
): Promise<number> {
  const approvals = await listApprovals(ports, approver);
  return approvals.filter(({ domain, obstacle }) => domain === approver.domain && obstacle === null).length;
}
