import type { UserKey } from '../../shared/identifiers/user-key';
import type { Result } from '../../shared/result';
import type { ReplacementPorts } from '../authenticator-ports';
import type { HoldCause } from './device-holds';
import { endReplacementsOf } from '../replacement/end-replacement';

type LockPorts = Pick<ReplacementPorts, 'directory' | 'holds' | 'clock'>;

/** Locks a device that is not to be trusted. */
export type SafetyLockPorts = LockPorts & Pick<ReplacementPorts, 'replacements'>;

/**
 * Locks a device for a cause. Held first, so that there is no moment in which it can be unlocked all the same.
 * Where the gateway has no lock the device is removed: that it cannot be used weighs more than bringing it back.
 * @throws GatewayError when the gateway fails; the device is held then, and to be locked again later
 */
export async function lockAndHold(
  { directory, holds, clock }: LockPorts,
  instanceId: string,
  cause: HoldCause,
): Promise<Result<null, 'not-found'>> {
  await holds.hold(instanceId, cause, clock.now());
  return directory.capabilities.lock === true ? directory.lock(instanceId) : directory.remove(instanceId);
}

/**
 * Locks a device that is not to be trusted, and ends what would bring it back, or another one in its place. The replacement
 * ends before the gateway is asked, and after the device is held, so that undoing it finds the one or the other.
 * @throws GatewayError as `lockAndHold` does
 */
export async function lockForSafety(
  ports: SafetyLockPorts,
  owner: UserKey,
  instanceId: string,
  cause: 'helpdesk' | 'reported',
): Promise<Result<null, 'not-found'>> {
  await ports.holds.hold(instanceId, cause, ports.clock.now());
  await endReplacementsOf(ports, owner, instanceId);
  return lockAndHold(ports, instanceId, cause);
}
