import 'server-only';
import { may } from '../accounts/users/permission';
import type { Principal } from '../accounts/users/principal';
import { listRoleRequests } from '../administration/list-role-requests';
import type { Services } from '../composition/compose';
import { countWaiting } from '../helpdesk/approvals/count-waiting';

/** How many requests wait that this member of staff may decide: of the helpdesk, and for roles. */
export async function countWaitingFor(
  { helpdesk, administration }: Pick<Services, 'helpdesk' | 'administration'>,
  staff: Principal,
): Promise<number> {
  const requests = may(staff, 'approval:decide') ? await countWaiting(helpdesk, staff.user) : 0;
  if (!administration || !may(staff, 'account:approve')) return requests;
  const roles = await listRoleRequests(administration, staff.user);
  return requests + roles.filter(({ obstacle }) => obstacle === null).length;
}
