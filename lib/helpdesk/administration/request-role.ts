import { auditContext } from '../../audit/audit-context';
import { isSelf } from '../../accounts/users/principal';
import { inDomainOf, requesterActor, type NamedUser, type Requester } from '../../accounts/users/requester';
import type { Role } from '../../accounts/users/role';
import type { UserDirectory } from '../../accounts/users/user-directory';
import { newApproval, requestApproval, type ApprovalPorts } from '../approvals/request-approval';
import type { RequestOrigin } from '../../shared/request-origin';
import { refuse, type Result } from '../../shared/result';
import type { AccountPorts } from './administration-ports';
import { ROLE_REQUESTS, type RoleRequest } from './role-request';

export type RolePorts = AccountPorts & ApprovalPorts & { users: UserDirectory };

export type RoleRequestRefusal = 'not-found' | 'own-account' | 'has-role' | 'already-asked' | 'already-disabled';

/** Asks for a staff role for somebody else, which takes a second person (four eyes). */
export async function requestRole(
  ports: RolePorts,
  administrator: Requester,
  target: NamedUser,
  role: Exclude<Role, 'user'>,
  origin: RequestOrigin,
): Promise<Result<RoleRequest, RoleRequestRefusal>> {
  const account = await ports.accounts.find(inDomainOf(administrator, target));
  const context = auditContext(requesterActor(administrator), account?.user ?? null, origin);
  const recordRefusal = async (reason: RoleRequestRefusal) => {
    await ports.audit.append({ type: 'account-change-refused', change: 'give-role', reason, ...context });
    return refuse(reason);
  };
  if (!account) return recordRefusal('not-found');
  const { userId, domain, roles } = account.user;
  if (isSelf(administrator, userId)) return recordRefusal('own-account');
  if (account.disabledAt) return recordRefusal('already-disabled');
  if (roles.includes(role)) return recordRefusal('has-role');
  const awaiting = newApproval(ports, ROLE_REQUESTS, administrator, { role }, { userId, domain });
  const requested = await requestApproval(ports, ROLE_REQUESTS, administrator, awaiting, origin);
  return requested.ok ? requested : recordRefusal(requested.refusal);
}
