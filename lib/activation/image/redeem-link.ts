import { perObject } from '../../accounts/sign-in/limits';
import type { Principal } from '../../accounts/users/principal';
import type { ActivationId } from '../../shared/identifiers/activation-id';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { ActivationPorts } from '../activation-ports';
import { findOwnActivation } from '../find-own-activation';

/**
 * Uses up the link to one's own activation, while its image still works.
 * @param nonce of the link, already found to be the session's
 * @returns false for anybody else's activation, one that is over or scanned, and a link that was used before
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
