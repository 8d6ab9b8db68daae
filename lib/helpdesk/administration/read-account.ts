import type { Session } from '../../accounts/sessions/session';
import type { SessionStore } from '../../accounts/sessions/session-store';
import { isSelf, type Principal } from '../../accounts/users/principal';
import { inDomainOf, type NamedUser } from '../../accounts/users/requester';
import type { UserDirectory } from '../../accounts/users/user-directory';
import type { Clock } from '../../shared/time/clock';
import type { Account, AccountStore } from './account-store';
import { listRoleRequests, type RoleApproval } from './list-role-requests';
import type { ApprovalStore } from '../approvals/approval-store';

/** An account, as the administrator who opens it sees it. */
export type ReadAccount = {
  account: Account;
  /** Whether it is the administrator's own, which others look after. */
  isOwn: boolean;
  /** The last seen first; at most 50. */
  sessions: Session[];
  /** Staff roles that wait for a second person. */
  awaited: RoleApproval[];
};

type ReadAccountPorts = {
  accounts: AccountStore;
  sessions: SessionStore;
  approvals: ApprovalStore;
  users: UserDirectory;
  clock: Clock;
};

const LISTED = 50;

/** @returns null if there is no such account */
export async function readAccount(
  ports: ReadAccountPorts,
  administrator: Principal,
  target: NamedUser,
): Promise<ReadAccount | null> {
  const account = await ports.accounts.find(inDomainOf(administrator, target));
  if (!account) return null;
  const { user } = account;
  const requests = await listRoleRequests(ports, administrator.user);
  return {
    account,
    isOwn: isSelf(administrator, user.userId),
    sessions: await ports.sessions.listFor(user, ports.clock.now(), LISTED),
    awaited: requests.filter(({ userId }) => userId === user.userId),
  };
}
