import { systemContext } from '../audit/audit-context';
import { expire, isPending, isRegistered, type Activation, type PendingActivation } from './activation';
import type { ActivationPorts } from './activation-ports';
import { GatewayError } from './gateway-error';
import { refreshActivation } from './following/refresh-activation';
import { registrationOf } from './activation-gateway';

/**
 * Expires an overdue activation. The gateway is asked first: a phone that has just begun gets more time, and one that
 * finished in time is active. Then the registration is cancelled there, so that no phone can finish what the page calls
 * expired.
 * @returns the activation as it is now
 */
export async function endOverdueActivation(ports: ActivationPorts, activation: PendingActivation): Promise<Activation> {
  const current = await settleAtGateway(ports, activation);
  if (!isPending(current)) return current;
  const expired = expire(current, ports.clock.now());
  if (!expired.ok) return current;
  const saved = await ports.store.save(expired.value, [
    {
      type: 'activation-expired',
      activationId: current.id,
      ...systemContext(current, current.id),
    },
  ]);
  return saved.ok ? expired.value : ((await ports.store.find(current.id, current.domain)) ?? expired.value);
}

/** If the gateway fails, the activation expires all the same. */
async function settleAtGateway(ports: ActivationPorts, activation: PendingActivation): Promise<Activation> {
  if (!isRegistered(activation)) return activation;
  try {
    const current = await refreshActivation(ports, activation);
    if (!isRegistered(current) || ports.clock.now() < current.expiresAt) return current;
    await ports.gateway.cancel(registrationOf(current));
    return current;
  } catch (error) {
    if (error instanceof GatewayError) return activation;
    throw error;
  }
}
