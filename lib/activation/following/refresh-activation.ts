import { auditContext, noRequest } from '../../audit/audit-context';
import type { AuditEvent } from '../../audit/audit-event';
import { isPending, isRegistered, type Activation, type Active } from '../activation';
import { type Observation, registrationOf } from '../activation-gateway';
import type { ActivationPorts } from '../activation-ports';
import { GatewayError } from '../gateway-error';
import { nextMove } from './next-move';

/**
 * Polls the gateway for the phone's progress, and applies it.
 * @returns the activation as it is now
 * @throws GatewayError if the gateway fails
 */
export async function refreshActivation(ports: ActivationPorts, activation: Activation): Promise<Activation> {
  if (!isRegistered(activation)) return activation;
  const observation = await ports.gateway.observe(registrationOf(activation));
  return applyObservation(ports, activation, observation);
}

/**
 * As `refreshActivation`, for a gateway that pushes steps.
 * @param observation pushed by the gateway with the step; null to poll the gateway
 */
export async function refreshRegistration(
  ports: ActivationPorts,
  registrationIdentifier: string,
  observation: Observation | null = null,
): Promise<void> {
  const activation = await ports.store.findByRegistration(registrationIdentifier);
  if (!activation) return;
  if (observation) await applyObservation(ports, activation, observation);
  else await refreshActivation(ports, activation);
}

/**
 * Makes each move towards an observation. Optimistic concurrency: on a conflict with another process the activation is
 * read again, and the rest applied.
 */
export async function applyObservation(
  ports: ActivationPorts,
  start: Activation,
  observation: Observation,
): Promise<Activation> {
  let activation = start;
  for (;;) {
    const move = isRegistered(activation) ? nextMove(activation, observation, ports.clock.now()) : null;
    if (!move) return activation;
    if (move.state === 'active') await nameDevice(ports, move);
    const saved = await ports.store.save(move, [eventOf(move)]);
    if (saved.ok && move.state === 'active') await ports.onActive?.(move);
    activation = saved.ok ? move : ((await ports.store.find(start.id, start.domain)) ?? move);
  }
}

/** Ignores a failure of the gateway: the device works, and can be renamed. */
async function nameDevice({ directory }: ActivationPorts, { instanceId, deviceName }: Active): Promise<void> {
  if (deviceName === null || directory.capabilities.rename !== true) return;
  try {
    await directory.rename(instanceId, deviceName);
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
  }
}

function eventOf(activation: Activation): AuditEvent {
  const actor = isPending(activation) || activation.state === 'active' ? 'phone' : 'system';
  const about = { activationId: activation.id, ...auditContext({ kind: actor }, activation, noRequest(activation.id)) };
  if (activation.state === 'failed') return { type: 'activation-failed', reason: activation.reason, ...about };
  if (activation.state !== 'active') return { type: `activation-${activation.state}`, ...about };
  return { type: 'activation-active', instanceId: activation.instanceId, ...about };
}
