import 'server-only';
import { may } from '../accounts/users/permission';
import type { Principal } from '../accounts/users/principal';
import { listRoleRequests } from '../administration/list-role-requests';
import type { Services } from '../composition/compose';
import { countWaiting } from '../helpdesk/approvals/count-waiting';
import { listChanges } from '../helpdesk/changes/list-changes';
import { listAccountRequests } from '../service-accounts/list-account-requests';

/** How many requests wait that this member of staff may decide: of the helpdesk, for roles and for service accounts. */
export async function countWaitingFor(
  { helpdesk, administration, serviceAccounts }: Pick<Services, 'helpdesk' | 'administration' | 'serviceAccounts'>,
  staff: Principal,
): Promise<number> {
  const requests = may(staff, 'approval:decide') ? await countWaiting(helpdesk, staff.user) : 0;
  if (!may(staff, 'account:approve')) return requests;
  const roles = administration ? await listRoleRequests(administration, staff.user) : [];
  const systems = await listAccountRequests(serviceAccounts, staff.user);
  const changes = await listChanges(helpdesk, staff.user);
  return requests + [...roles, ...systems, ...changes].filter(({ obstacle }) => obstacle === null).length;
}
