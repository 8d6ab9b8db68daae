import { refuse, type Result } from '../../shared/result';
import type { AuthenticatorPorts } from '../authenticator-ports';

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
  ports: Pick<AuthenticatorPorts, 'directory' | 'holds'>,
  instanceId: string,
): Promise<Result<null, 'held' | 'not-found'>> {
  if ((await ports.holds.standing(instanceId)).length > 0) return refuse('held');
  let unlocked: Result<null, 'held' | 'not-found'>;
  try {
    unlocked = await ports.directory.unlock(instanceId);
  } catch (error) {
    await lockAgainIfHeld(ports, instanceId);
    throw error;
  }
  return (await lockAgainIfHeld(ports, instanceId)) ? refuse('held') : unlocked;
}

async function lockAgainIfHeld(
  { directory, holds }: Pick<AuthenticatorPorts, 'directory' | 'holds'>,
  instanceId: string,
): Promise<boolean> {
  if ((await holds.standing(instanceId)).length === 0) return false;
  if (directory.capabilities.lock === true) await directory.lock(instanceId);
  return true;
}
