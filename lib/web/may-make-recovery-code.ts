import 'server-only';
import { findBackupVoucher } from '../accounts/proofs/backup-voucher';
import { secondProofs } from '../accounts/proofs/proof-policy';
import type { SignedIn } from '../accounts/sessions/session';
import { readHoldings } from '../accounts/ways-back/holdings';
import { waysTo } from '../accounts/ways-back/ways-back';
import { services } from '../composition/compose';
import { withGatewayFallback } from './answers/with-gateway-fallback';

/**
 * Whether the signed-in user can make a recovery code now: with something of theirs that may confirm it, or because the
 * session has just activated their first device. False if the gateway fails.
 */
export async function mayMakeRecoveryCode(signedIn: SignedIn): Promise<boolean> {
  const { proofs, phoneSignIn } = await services();
  return withGatewayFallback(false, async () => {
    const held = await readHoldings(proofs, signedIn.user, phoneSignIn !== null);
    const about = {
      level: proofs.staff.level,
      isEnrolled: held.devices.length > 0 || held.passkeys.length > 0,
      now: proofs.clock.now(),
    };
    if (waysTo('make-recovery-code', held, about).some(({ from }) => from === null)) return true;
    const takesVoucher = secondProofs('make-recovery-code', about.level, about.isEnrolled).includes('activated-device');
    return takesVoucher && (await findBackupVoucher(proofs, signedIn, false)) !== null;
  });
}
