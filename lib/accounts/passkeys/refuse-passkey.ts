import type { AuditContext } from '../../audit/audit-event';
import { refuse } from '../../shared/result';
import type { AccountPorts } from '../account-ports';
import type { Budget } from '../sign-in/rate-limiter';
import type { PasskeyProblem } from './check-passkey-answer';
import type { Passkey } from './passkey';
import type { PasskeyPurpose } from './passkey-store';

/** The sender of a refused answer does not learn why: the reason would reveal which passkeys exist. */
export type PasskeyRefusal = 'passkey-refused' | 'too-many-attempts';

/**
 * Records a refused answer. Only refused answers use up the budgets, so that a valid one passes however many bad ones
 * are sent beside it; over a limit only the first is recorded.
 */
export async function refusePasskey(
  { rateLimiter, audit }: Pick<AccountPorts, 'rateLimiter' | 'audit'>,
  refusal: { purpose: PasskeyPurpose; problem: PasskeyProblem; passkey: Pick<Passkey, 'id'> | null },
  budgets: readonly Budget[],
  context: AuditContext,
): Promise<{ ok: false; refusal: PasskeyRefusal }> {
  const { purpose, problem, passkey } = refusal;
  const over = await rateLimiter.take(budgets);
  if (over && !over.isFirst) return refuse('too-many-attempts');
  await audit.append({ type: 'passkey-refused', purpose, reason: problem, passkeyId: passkey?.id ?? null, ...context });
  return refuse(over ? 'too-many-attempts' : 'passkey-refused');
}
