import type { User } from '../../accounts/users/user';
import type { UserDirectory } from '../../accounts/users/user-directory';
import { listOpenOfUsers, type OpenUserApproval } from '../approvals/list-open';
import type { ApprovalPorts } from '../approvals/request-approval';
import { ROLE_REQUESTS, type AskedRole } from './role-request';

/** A staff role that waits for a second person, and who it is for. */
export type RoleApproval = Omit<OpenUserApproval<AskedRole>, 'subject'> &
  AskedRole & {
    displayName: string;
    /** Of whoever gets the role: where their mails go. */
    mailAddresses: readonly string[];
    /** The roles they have. */
    roles: User['roles'];
  };

/** Requests for staff roles in the reader's domain, oldest first. */
export async function listRoleRequests(
  ports: Pick<ApprovalPorts, 'approvals' | 'clock'> & { users: UserDirectory },
  reader: User,
): Promise<RoleApproval[]> {
  const open = await listOpenOfUsers(ports, ROLE_REQUESTS, reader);
  const described = await Promise.all(open.map((request) => describe(ports.users, request)));
  return described.filter((request) => request !== null);
}

async function describe(
  users: UserDirectory,
  { subject: { role }, ...request }: OpenUserApproval<AskedRole>,
): Promise<RoleApproval | null> {
  const user = await users.find(request.userId, request.domain);
  if (!user) return null;
  const { displayName, mailAddresses, roles } = user;
  return { ...request, role, displayName, mailAddresses, roles };
}
