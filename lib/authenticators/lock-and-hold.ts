import type { Clock } from '../shared/clock';
import type { Result } from '../shared/result';
import type { AuthenticatorDirectory } from './authenticator-directory';
import type { DeviceHolds } from './device-holds';

/**
 * Locks a device so that its person cannot unlock it themselves. Held first, so that there is no moment in which they can.
 * @throws GatewayError when the gateway fails; the device is held then, and to be locked again later
 */
export async function lockAndHold(
  { directory, holds, clock }: { directory: Pick<AuthenticatorDirectory, 'lock'>; holds: DeviceHolds; clock: Clock },
  instanceId: string,
): Promise<Result<null, 'not-found'>> {
  await holds.hold(instanceId, clock.now());
  return directory.lock(instanceId);
}
