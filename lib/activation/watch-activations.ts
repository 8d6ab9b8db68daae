import type { PendingActivation } from './activation';
import type { ActivationPorts } from './activation-ports';
import { noRequest } from './about-activation';
import { endOverdueActivation } from './end-overdue-activation';
import { GatewayError } from './gateway-error';
import { refreshActivation } from './refresh-activation';
import { CLAIM_MS, registerActivation } from './register-activation';

const BATCH = 200;

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
  for (const activation of await ports.store.listDue(ports.clock.now(), BATCH)) {
    if (signal.aborted) return;
    try {
      await lookAfter(ports, activation);
    } catch (error) {
      onFault(error);
    }
  }
}

async function lookAfter(ports: ActivationPorts, activation: PendingActivation): Promise<void> {
  const now = ports.clock.now();
  if (now >= activation.expiresAt) {
    await endOverdueActivation(ports, activation);
    return;
  }
  const claimMs = activation.state === 'requested' ? CLAIM_MS : ports.settings.observeEveryMs;
  if (!(await ports.store.claim(activation.id, now, new Date(now.getTime() + claimMs)))) return;
  if (activation.state === 'requested') {
    await registerActivation(ports, activation, noRequest(activation));
    return;
  }
  try {
    await refreshActivation(ports, activation);
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
  }
}
