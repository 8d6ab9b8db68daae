import 'server-only';
import { isOldRecoveryCode } from '../accounts/recovery/recovery-code';
import { services } from '../composition/compose';
import type { UserKey } from '../shared/identifiers/user-key';

/** What pages say of a user's recovery code; null if there is none. */
export async function knownRecoveryCode(user: UserKey): Promise<{ madeAt: Date; isOld: boolean } | null> {
  const { proofs } = await services();
  const found = await proofs.recoveryCodes.find(user);
  return found && { ...found, isOld: isOldRecoveryCode(found, proofs.clock.now()) };
}
