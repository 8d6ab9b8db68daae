import { tryAndKeepRetrying } from '../../shared/async/retry';
import { isProgrammingError } from '../../shared/is-programming-error';
import { SECOND } from '../../shared/time/duration';
import type { PendingActivation } from '../activation';
import type { ActivationPorts } from '../activation-ports';
import { GatewayError } from '../gateway-error';
import { scheduleLook } from './schedule-look';

/** Longer than a call to the gateway may take. */
export const LEASE_MS = 30 * SECOND;

/** When a lease that begins now ends. */
export function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS);
}

/**
 * Takes a lease and works under it. If that fails, the lease is released, so that the next round goes on with the
 * activation: at once, or as soon as the database answers. It may hold although taking it failed: a database that breaks
 * down does not confirm what it has committed.
 * @param leasedUntil the end of the lease, which `work` takes
 * @returns null if the gateway failed
 * @throws whatever else `work` throws; a bug keeps the lease, since every retry would only repeat it
 */
export async function underLease<Value>(
  ports: ActivationPorts,
  activation: PendingActivation,
  leasedUntil: Date,
  work: () => Promise<Value>,
): Promise<Value | null> {
  const endsAt = performance.now() + LEASE_MS;
  try {
    return await work();
  } catch (error) {
    if (isProgrammingError(error)) throw error;
    const release = () => scheduleLook(ports, activation, leasedUntil);
    await tryAndKeepRetrying(release, endsAt - performance.now()).catch(() => {});
    if (error instanceof GatewayError) return null;
    throw error;
  }
}
