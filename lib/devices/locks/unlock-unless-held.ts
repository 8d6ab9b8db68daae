import { refuse, type Result } from '../../shared/result';
import type { AuthenticatorPorts } from '../authenticator-ports';

/**
 * Unlocks a device for which no cause stands.
 *
 * Safe against a concurrent lock on any replica, because every lock writes its hold first. The embedded gateway refuses
 * to unlock a held device, and a hold that it did not see yet is followed by its lock. With any other gateway the holds
 * are read again after the unlock, even if its answer was lost: a lock that came before the unlock had its hold by
 * then, so the device is locked again; a lock that comes after it needs nothing. Concurrent unlocks both read again, so
 * the last call to the gateway always agrees with the holds.
 * @returns `held` if a cause stands; the device is locked then
 * @throws GatewayError if the gateway fails
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
