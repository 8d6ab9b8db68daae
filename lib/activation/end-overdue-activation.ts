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
  const seen = await settleAtGateway(ports, activation);
  if (!isPending(seen)) return seen;
  const expired = expire(seen, ports.clock.now());
  if (!expired.ok) return seen;
  const saved = await ports.store.save(expired.value, [
    {
      type: 'activation-expired',
      activationId: seen.id,
      ...systemContext(seen, seen.id),
    },
  ]);
  return saved.ok ? expired.value : ((await ports.store.find(seen.id, seen.domain)) ?? expired.value);
}

/** If the gateway fails, the activation expires all the same. */
async function settleAtGateway(ports: ActivationPorts, activation: PendingActivation): Promise<Activation> {
  if (!isRegistered(activation)) return activation;
  try {
    const seen = await refreshActivation(ports, activation);
    if (!isRegistered(seen) || ports.clock.now() < seen.expiresAt) return seen;
    await ports.gateway.cancel(registrationOf(seen));
    return seen;
  } catch (error) {
    if (error instanceof GatewayError) return activation;
    throw error;
  }
}
