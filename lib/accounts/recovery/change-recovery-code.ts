import { ownContext } from '../../audit/audit-context';
import type { RequestOrigin } from '../../shared/request-origin';
import type { ActivationId } from '../../shared/identifiers/activation-id';
import { accept, type Result } from '../../shared/result';
import type { AccountPorts } from '../account-ports';
import type { SignedIn } from '../sessions/session';
import { formatRecoveryCode, generateRecoveryCode } from './recovery-code';
import type { RecoveryCodeStore } from './recovery-code-store';

export type RecoveryCodePorts = Pick<AccountPorts, 'clock' | 'random'> & { recoveryCodes: RecoveryCodeStore };

/**
 * Creates the user's recovery code, replacing an earlier one. Every address is notified. The caller has checked the
 * proofs of `make-recovery-code`.
 * @param voucher the activation whose device vouches for it; null for none
 * @returns the code as displayed, this one time; `signed-out` if the session has ended meanwhile, `voucher-used` if the
 *   device has vouched for something else meanwhile
 */
export async function makeRecoveryCode(
  { recoveryCodes, clock, random }: RecoveryCodePorts,
  { user, session }: SignedIn,
  origin: RequestOrigin,
  voucher: ActivationId | null = null,
): Promise<Result<string, 'signed-out' | 'voucher-used'>> {
  const code = generateRecoveryCode(random);
  const fact = {
    type: 'recovery-code-made',
    ...(origin.browser !== undefined && { browser: origin.browser }),
  } as const;
  const events = [{ ...fact, ...ownContext(user, origin) }];
  const made = { ...code, madeAt: clock.now() };
  const kept = await recoveryCodes.keep(user, made, session.id, events, voucher);
  return kept.ok ? accept(formatRecoveryCode(code.code)) : kept;
}

/** Only reduces access, so it takes no proof. Does nothing if there is none. */
export async function deleteRecoveryCode(
  { recoveryCodes }: Pick<RecoveryCodePorts, 'recoveryCodes'>,
  { user }: SignedIn,
  origin: RequestOrigin,
): Promise<void> {
  await recoveryCodes.remove(user, [{ type: 'recovery-code-deleted', ...ownContext(user, origin) }]);
}
