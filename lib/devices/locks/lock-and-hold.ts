import type { AuditEvent } from '../../audit/audit-event';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { Result } from '../../shared/result';
import type { ReplacementPorts } from '../authenticator-ports';
import type { HoldCause } from './device-holds';
import { endReplacementsOf } from '../replacement/end-replacement';

type LockPorts = Pick<ReplacementPorts, 'directory' | 'holds' | 'clock'>;

/** For `lockForSafety`. */
export type SafetyLockPorts = LockPorts & Pick<ReplacementPorts, 'replacements'>;

/**
 * Locks a device for a cause. The hold is written first, so that a concurrent unlock cannot win. If the gateway has no
 * lock, the device is removed: stopping it matters more than bringing it back.
 * @param by the member of staff; null for any other
 * @param events recorded with the hold, so that a crash before the lock leaves no device that is locked by nobody
 * @throws GatewayError if the gateway fails; the hold stands, and the round retries the lock
 */
export async function lockAndHold(
  { directory, holds, clock }: LockPorts,
  instanceId: string,
  cause: HoldCause,
  by: string | null = null,
  events?: AuditEvent[],
): Promise<Result<null, 'not-found'>> {
  await holds.hold(instanceId, cause, clock.now(), by, events);
  const stopped = await (directory.capabilities.lock === true
    ? directory.lock(instanceId)
    : directory.remove(instanceId));
  await holds.markLocked(instanceId, clock.now());
  return stopped;
}

/**
 * Locks a device that is not trusted, and ends the replacements that involve it. The order is hold, replacements, lock:
 * a concurrent undo meets either the hold or the ended replacement.
 * @throws GatewayError as `lockAndHold` does
 */
export async function lockForSafety(
  ports: SafetyLockPorts,
  owner: UserKey,
  instanceId: string,
  cause: 'helpdesk' | 'reported' | 'frozen',
  by: string | null = null,
  events?: AuditEvent[],
): Promise<Result<null, 'not-found'>> {
  await ports.holds.hold(instanceId, cause, ports.clock.now(), by, events);
  await endReplacementsOf(ports, owner, instanceId);
  return lockAndHold(ports, instanceId, cause, by);
}
