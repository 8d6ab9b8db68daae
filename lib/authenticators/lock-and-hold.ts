import type { Clock } from '../shared/clock';
import type { Result } from '../shared/result';
import type { AuthenticatorDirectory } from './authenticator-directory';
import type { DeviceHolds } from './device-holds';

/**
 * Locks a device so that its person cannot unlock it themselves. Held first, so that there is no moment in which they can.
 * Where the gateway has no lock the device is removed: that it cannot be used weighs more than bringing it back.
 * @throws GatewayError when the gateway fails; the device is held then, and to be locked again later
 */
export async function lockAndHold(
  {
    directory,
    holds,
    clock,
  }: {
    directory: Pick<AuthenticatorDirectory, 'capabilities' | 'lock' | 'remove'>;
    holds: DeviceHolds;
    clock: Clock;
  },
  instanceId: string,
): Promise<Result<null, 'not-found'>> {
  await holds.hold(instanceId, clock.now());
  return directory.capabilities.lock === true ? directory.lock(instanceId) : directory.remove(instanceId);
}
