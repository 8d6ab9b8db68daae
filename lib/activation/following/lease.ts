import { tryAndKeepRetrying } from '../../shared/async/retry';
import { isProgrammingError } from '../../shared/is-programming-error';
import { SECOND } from '../../shared/time/duration';
import type { PendingActivation } from '../activation';
import type { ActivationPorts } from '../activation-ports';
import { GatewayError } from '../gateway-error';
import { schedulePoll } from './schedule-poll';

/** Longer than a call to the gateway may take. */
export const LEASE_MS = 30 * SECOND;

/** End of a lease that begins now. */
export function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS);
}

/**
 * Acquires a lease and works under it. If the work fails, the lease is released, so that the next round continues with
 * the activation: at once, or as soon as the database answers. The lease may exist even if acquiring it threw: a
 * failing database does not confirm its commit.
 * @param leasedUntil the end of the lease, passed to `work`
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
    const release = () => schedulePoll(ports, activation, leasedUntil);
    await tryAndKeepRetrying(release, endsAt - performance.now()).catch(() => {});
    if (error instanceof GatewayError) return null;
    throw error;
  }
}
