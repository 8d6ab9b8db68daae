import { ownContext } from '../../audit/audit-context';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import type { AccountPorts } from '../account-ports';
import type { SignedIn } from '../sessions/session';
import { perPerson } from '../sign-in/limits';
import { parseRecoveryCode, type RecoveryCodeId } from './recovery-code';
import type { RecoveryCodeStore } from './recovery-code-store';

/** A mistyped code is detected by its check character, is not compared, and does not count as a try. */
export type RecoveryCodeRefusal =
  | 'recovery-code-mistyped'
  | 'recovery-code-wrong'
  | 'too-many-recovery-codes'
  | 'too-busy';

/**
 * Checks the signed-in user's recovery code, within the account's budget, without consuming it: the start that it
 * permits does so, in the transaction that lets the session see the image. The user keeps the code or gets the image,
 * never both.
 */
export async function checkRecoveryCode(
  ports: Pick<AccountPorts, 'rateLimiter' | 'audit'> & { recoveryCodes: RecoveryCodeStore },
  { user }: SignedIn,
  input: string,
  origin: RequestOrigin,
): Promise<Result<RecoveryCodeId, RecoveryCodeRefusal>> {
  const code = parseRecoveryCode(input);
  if (code === null) return refuse('recovery-code-mistyped');
  const tries = perPerson('recovery-code', user);
  const context = ownContext(user, origin);
  const over = await ports.rateLimiter.take([tries]);
  if (over) {
    if (over.isFirst)
      await ports.audit.append({ type: 'recovery-code-refused', reason: 'too-many-attempts', ...context });
    return refuse('too-many-recovery-codes');
  }
  const id = await ports.recoveryCodes.verify(user, code);
  if (id === 'too-busy') {
    await ports.rateLimiter.giveBack([tries]);
    return refuse('too-busy');
  }
  if (id === null) {
    await ports.audit.append({ type: 'recovery-code-refused', reason: 'wrong-code', ...context });
    return refuse('recovery-code-wrong');
  }
  await ports.rateLimiter.giveBack([tries]);
  await ports.audit.append({ type: 'proof-given', proof: 'recovery-code', ...context });
  return accept(id);
}
