import { refuse, type Result } from '../shared/result';
import type { AuthenticatorPorts } from './authenticator-ports';

/**
 * Unlocks a device for which no cause stands.
 *
 * Safe against a hold that comes at the same moment, on any replica. Whoever locks holds first and locks then. The embedded
 * gateway's table refuses to unlock what is held, and a hold that it could not see yet is followed by its lock. Of a gateway
 * elsewhere the holds are read again once it has answered: a lock that came before the unlocking was held before this
 * reading, which then locks again; one that comes after it needs nothing. An answer that got lost is treated alike. Two that
 * unlock at once both read again, so that the last call to the gateway always leaves what the holds say.
 * @returns `held` when a cause stands, and the device is locked
 * @throws GatewayError when the gateway fails
 */
export async function unlockUnlessHeld(
  { directory, holds }: Pick<AuthenticatorPorts, 'directory' | 'holds'>,
  instanceId: string,
): Promise<Result<null, 'held' | 'not-found'>> {
  const isHeld = async () => (await holds.standing(instanceId)).length > 0;
  if (await isHeld()) return refuse('held');
  let lockedAgain = false;
  const unlocked = await directory.unlock(instanceId).finally(async () => {
    lockedAgain = await isHeld();
    if (lockedAgain && directory.capabilities.lock === true) await directory.lock(instanceId);
  });
  return lockedAgain ? refuse('held') : unlocked;
}
