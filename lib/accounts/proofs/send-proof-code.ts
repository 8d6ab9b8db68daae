import { perPerson } from '../sign-in/limits';
import type { SignedIn } from '../sessions/session';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import { isEnrolledFor, type ProofPorts } from './check-proofs';
import { PROTECTED_ACTIONS, secondProofs } from './proof-policy';

/**
 * Mails the signed-in user a code, if an action takes one from them: to unlock a device, and at the level `strong` as
 * long as they have no device or passkey. Limited per user, so that no one can flood a mailbox with codes.
 * @throws GatewayError if the gateway fails
 */
export async function sendProofCode(
  ports: ProofPorts,
  signedIn: SignedIn,
  origin: RequestOrigin,
): Promise<Result<null, 'not-offered' | 'too-many-attempts'>> {
  const { mailedCodes, staff } = ports;
  const { user } = signedIn;
  const enrolled = await isEnrolledFor(ports, user, 'bind-device');
  const hasLocked = (await ports.devices.describe(user)).devices.some(({ state }) => state === 'locked');
  const isTaken = PROTECTED_ACTIONS.filter((action) => action !== 'unlock-device' || hasLocked).some((action) =>
    secondProofs(action, staff.level, enrolled).includes('mailed-code'),
  );
  if (!mailedCodes || !isTaken || !(await mailedCodes.mayBeMailed(user))) return refuse('not-offered');
  if (await ports.rateLimiter.take([perPerson('mailed-code', user)])) return refuse('too-many-attempts');
  await mailedCodes.send(signedIn, origin);
  return accept(null);
}
