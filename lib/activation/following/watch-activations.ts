import { noRequest } from '../../audit/audit-context';
import { isPending, type PendingActivation } from '../activation';
import type { ActivationPorts } from '../activation-ports';
import { endOverdueActivation } from '../end-overdue-activation';
import { refreshActivation } from './refresh-activation';
import { leaseEnd, underLease } from './lease';
import { resumeRegistration } from '../start/register-activation';
import { schedulePoll } from './schedule-poll';

const BATCH = 200;

/** Concurrent, so that one slow call to the gateway does not block the others. */
const AT_ONCE = 8;

/**
 * One reconciliation round: registers requests that wait for the gateway, expires overdue activations, and polls the
 * gateway about the rest. Replicas may run rounds concurrently; a lease gives each activation to one process.
 * @param onFault receives the error of an activation that failed; the round goes on
 */
export async function watchActivations(
  ports: ActivationPorts,
  onFault: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  const due = (await ports.store.listDue(ports.clock.now(), BATCH)).values();
  const work = async () => {
    for (const activation of due) {
      if (signal.aborted) return;
      await processActivation(ports, activation).catch(onFault);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function processActivation(ports: ActivationPorts, activation: PendingActivation): Promise<void> {
  const now = ports.clock.now();
  const leasedUntil = leaseEnd(now);
  await underLease(ports, activation, leasedUntil, async () => {
    if (!(await ports.store.lease(activation.id, now, leasedUntil))) return;
    if (activation.state === 'requested' && now < activation.expiresAt) {
      const registered = await resumeRegistration(ports, activation, noRequest(activation.id));
      // One more try is allowed, in a round of its own.
      if (registered?.state === 'requested') await schedulePoll(ports, registered, leasedUntil);
      return;
    }
    const current = await (now < activation.expiresAt ? refreshActivation : endOverdueActivation)(ports, activation);
    if (isPending(current)) await schedulePoll(ports, current, leasedUntil);
  });
}
