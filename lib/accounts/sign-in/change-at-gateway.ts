import { ownContext } from '../../audit/audit-context';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import type { AccountPorts } from '../account-ports';
import type { SignedIn } from '../sessions/session';
import { stepUpBudgets } from './check-password';
import type { GatewayChange } from './gateway-change';

/**
 * Has the gateway change something of the user's that it compares and judges itself, within the budgets of a step-up, and
 * ends the user's other sessions.
 * @param change throws GatewayError when the gateway fails. Whether it was changed is unclear then, so the other sessions
 *   are ended all the same
 * @param type of the event that is recorded
 */
export async function changeAtGateway(
  { rateLimiter, sessions, audit, clock }: Pick<AccountPorts, 'rateLimiter' | 'sessions' | 'audit' | 'clock'>,
  { user, session }: SignedIn,
  change: () => Promise<GatewayChange>,
  type: 'password-changed' | 'server-pin-changed',
  origin: RequestOrigin,
): Promise<Result<null, 'too-many-attempts' | 'wrong' | 'rejected'>> {
  const context = ownContext(user, origin);
  const { lately, inAll } = stepUpBudgets(session.id);
  const overLimit = await rateLimiter.take([...inAll, ...lately]);
  if (overLimit) {
    if (overLimit.isFirst) await audit.append({ type: 'step-up-failed', reason: 'too-many-attempts', ...context });
    return refuse('too-many-attempts');
  }
  const endOthers = () => sessions.revokeAll(user.userId, user.domain, session.id, clock.now());
  const result = await change().catch(async (error: unknown) => {
    await endOthers();
    throw error;
  });
  if (result === 'wrong') {
    await audit.append({ type: 'step-up-failed', reason: 'wrong-password', ...context });
    return refuse('wrong');
  }
  await rateLimiter.reset(lately);
  await rateLimiter.giveBack(inAll);
  if (result === 'rejected') return refuse('rejected');
  await endOthers();
  await audit.append({ type, ...context });
  return accept(null);
}
