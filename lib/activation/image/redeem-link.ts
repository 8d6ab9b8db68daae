import { perObject } from '../../accounts/sign-in/limits';
import type { Principal } from '../../accounts/users/principal';
import type { ActivationId } from '../../shared/identifiers/activation-id';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { ActivationPorts } from '../activation-ports';
import { findOwnActivation } from '../find-own-activation';

/**
 * Consumes the link to one's own activation while its image is valid.
 * @param nonce of the link, already verified to be the session's
 * @returns false if the activation is someone else's, has ended or been scanned, or the link was used
 */
export async function redeemLink(
  { store, clock, rateLimiter }: Pick<ActivationPorts, 'store' | 'clock' | 'rateLimiter'>,
  principal: Principal<UserKey>,
  id: ActivationId,
  nonce: string,
): Promise<boolean> {
  const activation = await findOwnActivation(store, principal, id);
  if (activation?.state !== 'issued' || clock.now() >= activation.expiresAt) return false;
  return (await rateLimiter.take([perObject('activation-link', nonce)])) === null;
}
