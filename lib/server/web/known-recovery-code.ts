import 'server-only';
import { isOldRecoveryCode } from '../../accounts/recovery/recovery-code';
import { services } from '../composition/compose';
import type { UserKey } from '../../shared/identifiers/user-key';

/**
 * What pages say of a user's recovery code.
 * @returns null if there is none; undefined if one would be of no use, because the user has turned their password off
 */
export async function knownRecoveryCode(user: UserKey): Promise<{ madeAt: Date; isOld: boolean } | null | undefined> {
  const { proofs } = await services();
  if (await proofs.users.changesPasswords?.isOff(user)) return undefined;
  const code = await proofs.recoveryCodes.find(user);
  return code && { ...code, isOld: isOldRecoveryCode(code, proofs.clock.now()) };
}
