import type { AccountPorts } from '../../accounts/account-ports';
import { isSelf, type Principal } from '../../accounts/users/principal';
import { domainOf, type NamedUser } from '../../accounts/users/requester';
import { auditContext, userActor } from '../../audit/audit-context';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';

/**
 * Ends every session of a user, and any sign-in that is under way. It only reduces access, so it needs no approval.
 * @returns how many sessions there were
 */
export async function endSessionsOf(
  ports: Pick<AccountPorts, 'users' | 'sessions' | 'audit' | 'clock'>,
  agent: Principal,
  { userId }: NamedUser,
  origin: RequestOrigin,
): Promise<Result<number, 'not-found' | 'own-account'>> {
  if (isSelf(agent, userId)) return refuse('own-account');
  const user = await ports.users.find(userId, domainOf(agent));
  if (!user) return refuse('not-found');
  const sessions = await ports.sessions.revokeAll(user.userId, user.domain, null, ports.clock.now());
  const context = auditContext(userActor(agent.user), user, origin);
  await ports.audit.append({ type: 'sessions-ended-by-helpdesk', sessions, ...context });
  return accept(sessions);
}
