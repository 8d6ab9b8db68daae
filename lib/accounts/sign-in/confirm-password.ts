import { ownContext } from '../../audit/audit-context';
import { accept, refuse, type Result } from '../../shared/result';
import type { AccountPorts } from '../account-ports';
import type { RequestOrigin } from '../../shared/request-origin';
import { checkPassword, stepUpBudgets, type PasswordRefused } from './check-password';
import type { SignedIn } from '../sessions/session';

/** Checks the signed-in user's own password, within the session's budget. */
export async function confirmPassword(
  ports: AccountPorts,
  { session, user }: SignedIn,
  password: string,
  origin: RequestOrigin,
): Promise<Result<null, PasswordRefused>> {
  const { userId, domain } = user;
  const context = ownContext(user, origin);
  const checkedPassword = await checkPassword(ports, { userId, domain, password }, stepUpBudgets(session.id));
  if (!checkedPassword.ok) {
    if (checkedPassword.isToRecord)
      await ports.audit.append({ type: 'step-up-failed', reason: checkedPassword.refusal, ...context });
    return refuse(checkedPassword.refusal);
  }
  await ports.sessions.prove(session.id, 'password', ports.clock.now());
  await ports.audit.append({ type: 'step-up-succeeded', ...context });
  return accept(null);
}
