import { ownContext } from '../../audit/audit-context';
import { accept, refuse, type Result } from '../../shared/result';
import type { AccessPorts } from '../access-ports';
import type { RequestOrigin } from '../../shared/request-origin';
import { checkPassword, stepUpBudgets, type PasswordRefused } from './check-password';
import { isStepUpDue, type SignedIn } from '../sessions/session';

export type StepUpRefusal = 'step-up-required' | PasswordRefused;

/**
 * Permits a sensitive action if the password was checked lately, or if `password` is right, which then counts for the
 * whole session.
 * @param password from the form; null if it has no such field
 */
export async function stepUp(
  ports: AccessPorts,
  signedIn: SignedIn,
  password: string | null,
  origin: RequestOrigin,
): Promise<Result<null, StepUpRefusal>> {
  const now = ports.clock.now();
  if (!isStepUpDue(signedIn.session, ports.settings.stepUpAgeMs, now)) return accept(null);
  if (password === null || password === '') return refuse('step-up-required');
  return confirmPassword(ports, signedIn, password, origin);
}

/** Checks the signed-in user's own password, within the session's budget. */
export async function confirmPassword(
  ports: AccessPorts,
  { session, user }: SignedIn,
  password: string,
  origin: RequestOrigin,
): Promise<Result<null, PasswordRefused>> {
  const { userId, domain } = user;
  const about = ownContext(user, origin);
  const checked = await checkPassword(ports, { userId, domain, password }, stepUpBudgets(session.id));
  if (!checked.ok) {
    if (checked.isToRecord) await ports.audit.append({ type: 'step-up-failed', reason: checked.refusal, ...about });
    return refuse(checked.refusal);
  }
  await ports.sessions.confirm(session.id, ports.clock.now());
  await ports.audit.append({ type: 'step-up-succeeded', ...about });
  return accept(null);
}
