import type { RequestOrigin } from '../access/access-ports';
import { accept, refuse, type Result } from '../shared/result';
import { cancel, isPending, isRegistered, type Activation, type PendingActivation } from './activation';
import type { GatewayUser } from './activation-gateway';
import type { ActivationId } from './activation-id';
import type { ActivationPorts } from './activation-ports';
import { aboutActivation } from './about-activation';
import { findOwnActivation } from './find-own-activation';
import { GatewayError } from './gateway-error';
import { refreshActivation } from './refresh-activation';

/**
 * Cancels one's own pending activation, at the gateway too. One that has ended already, the device activated just
 * before included, is answered as it is.
 */
export async function cancelActivation(
  ports: ActivationPorts,
  user: GatewayUser,
  id: ActivationId,
  origin: RequestOrigin,
): Promise<Result<Activation, 'not-found'>> {
  const activation = await findOwnActivation(ports.store, user, id);
  if (!activation) return refuse('not-found');
  if (!isPending(activation)) return accept(activation);
  return accept(await saveCancelled(ports, await completedMeanwhile(ports, activation), origin));
}

async function saveCancelled(
  ports: ActivationPorts,
  activation: Activation,
  origin: RequestOrigin,
): Promise<Activation> {
  if (!isPending(activation)) return activation;
  const cancelled = cancel(activation, ports.clock.now());
  const actor = { kind: 'user', userId: activation.userId } as const;
  const saved = await ports.store.save(cancelled, [
    { type: 'activation-cancelled', activationId: activation.id, ...aboutActivation(activation, actor, origin) },
  ]);
  if (saved.ok) return cancelled;
  const moved = await ports.store.find(activation.id);
  return moved ? saveCancelled(ports, moved, origin) : cancelled;
}

/**
 * Tells the gateway first, which decides between this and a phone that finishes at the same moment. A gateway that
 * cannot be reached ends the registration by itself when its time is over.
 */
async function completedMeanwhile(ports: ActivationPorts, activation: PendingActivation): Promise<Activation> {
  if (!isRegistered(activation)) return activation;
  try {
    await ports.gateway.cancel(activation.registrationIdentifier);
    const { state } = await ports.gateway.observe(activation.registrationIdentifier);
    return state === 'active' ? await refreshActivation(ports, activation) : activation;
  } catch (error) {
    if (error instanceof GatewayError) return activation;
    throw error;
  }
}
