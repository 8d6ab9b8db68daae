import { GatewayError } from '../../activation/gateway-error';
import { parseInstanceId } from '../../shared/identifiers/instance-id';
import { endReplacementsOf } from '../replacement/end-replacement';
import type { DueLock } from './device-holds';
import type { SafetyLockPorts } from './lock-and-hold';
import { unlockUnlessHeld } from './unlock-unless-held';

const BATCH = 200;

/**
 * Locks the devices that are held and not known to be locked, because a crash came after the hold or the gateway has
 * failed. Replicas may run it concurrently.
 * @param onFault receives the error of a device that failed; the others go on
 */
export async function finishLocks(
  ports: SafetyLockPorts,
  onFault: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  if (ports.directory.capabilities.lock !== true) return;
  for (const due of await ports.holds.listDue(BATCH)) {
    if (signal.aborted) return;
    try {
      await finishLock(ports, due);
    } catch (error) {
      // The next round retries after a failure of the gateway.
      if (!(error instanceof GatewayError)) onFault(error);
    }
  }
}

async function finishLock(ports: SafetyLockPorts, { instanceId, cause }: DueLock): Promise<void> {
  const { directory, holds, clock } = ports;
  if (cause === 'helpdesk' || cause === 'reported' || cause === 'frozen') await endReplacements(ports, instanceId);
  // `not-found` counts as locked.
  await directory.lock(instanceId);
  await holds.markLocked(instanceId, clock.now());
  // Whoever released the last cause meanwhile has unlocked it, before this lock.
  if ((await holds.standing(instanceId)).length === 0) await unlockUnlessHeld(ports, instanceId);
}

/** As `lockForSafety` does, of which this is the rest. */
async function endReplacements(ports: SafetyLockPorts, instanceId: string): Promise<void> {
  const { directory } = ports;
  const device = directory.capabilities.findOwner === true ? parseInstanceId(instanceId) : null;
  const owner = device && (await directory.findOwner(device.serialNumber));
  if (owner) await endReplacementsOf(ports, owner, instanceId);
}
