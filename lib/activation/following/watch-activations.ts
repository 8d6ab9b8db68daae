import { noRequest } from '../../audit/audit-context';
import { isPending, type Activation, type PendingActivation } from '../activation';
import type { ActivationPorts } from '../activation-ports';
import { endOverdueActivation } from '../end-overdue-activation';
import { GatewayError } from '../gateway-error';
import { refreshActivation } from './refresh-activation';
import { LEASE_MS, registerActivation } from '../start/register-activation';
import { scheduleLook } from './schedule-look';

const BATCH = 200;

/** Looked after at the same time, so that a gateway which is slow with one does not keep all others waiting. */
const AT_ONCE = 8;

/**
 * One round of looking after pending activations: registers requests that are waiting for the gateway, ends what is
 * overdue, and asks the gateway about the rest. However many processes do this, one looks after each activation.
 * @param onFault is told of an activation that could not be looked after; the round goes on
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
  if (!(await ports.store.lease(activation.id, now, new Date(now.getTime() + LEASE_MS)))) return;
  if (activation.state === 'requested' && now < activation.expiresAt) {
    await registerActivation(ports, activation, noRequest(activation.id));
    return;
  }
  const seen = await (now < activation.expiresAt ? observe : endOverdueActivation)(ports, activation);
  if (isPending(seen)) await scheduleLook(ports, seen);
}

async function observe(ports: ActivationPorts, activation: PendingActivation): Promise<Activation> {
  try {
    return await refreshActivation(ports, activation);
  } catch (error) {
    if (error instanceof GatewayError) return activation;
    throw error;
  }
}
