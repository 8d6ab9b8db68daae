import { ownContext } from '../../audit/audit-context';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import type { AccountPorts } from '../account-ports';
import type { SignedIn } from '../sessions/session';
import { formatRecoveryCode, generateRecoveryCode } from './recovery-code';
import type { RecoveryCodeStore } from './recovery-code-store';

export type RecoveryCodePorts = Pick<AccountPorts, 'clock' | 'random'> & { recoveryCodes: RecoveryCodeStore };

/**
 * Creates the user's recovery code, replacing an earlier one. Every address is notified. The caller has checked the
 * proofs of `make-recovery-code`.
 * @returns the code as displayed, this one time; `signed-out` if the session has ended meanwhile
 */
export async function makeRecoveryCode(
  { recoveryCodes, clock, random }: RecoveryCodePorts,
  { user, session }: SignedIn,
  origin: RequestOrigin,
): Promise<Result<string, 'signed-out'>> {
  const code = generateRecoveryCode(random);
  const fact = {
    type: 'recovery-code-made',
    ...(origin.browser !== undefined && { browser: origin.browser }),
  } as const;
  const events = [{ ...fact, ...ownContext(user, origin) }];
  const isKept = await recoveryCodes.keep(user, { ...code, madeAt: clock.now() }, session.id, events);
  return isKept ? accept(formatRecoveryCode(code.code)) : refuse('signed-out');
}

/** Only reduces access, so it takes no proof. Does nothing if there is none. */
export async function deleteRecoveryCode(
  { recoveryCodes }: Pick<RecoveryCodePorts, 'recoveryCodes'>,
  { user }: SignedIn,
  origin: RequestOrigin,
): Promise<void> {
  await recoveryCodes.remove(user, [{ type: 'recovery-code-deleted', ...ownContext(user, origin) }]);
}
