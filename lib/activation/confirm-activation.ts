import type { UserKey } from '../shared/identifiers/user-key';
import type { InstanceId } from './activation';
import type { ActivationPorts } from './activation-ports';
import { applyObservation } from './following/refresh-activation';

/**
 * Completes the activation of a device that passed a test login, if the gateway leaves completion to be inferred: a
 * test login is the strongest proof (OneSpan §4.4). Does nothing for any other device.
 */
export async function confirmActivation(ports: ActivationPorts, user: UserKey, instanceId: InstanceId): Promise<void> {
  if (ports.gateway.capabilities.completion === 'told') return;
  const pending = await ports.store.findPending(user);
  if (pending?.state !== 'linked' || pending.instanceId !== instanceId) return;
  const active = ports.clock.now();
  await applyObservation(ports, pending, {
    state: 'active',
    reached: { active },
    expiresAt: null,
    instanceId,
    mosaic: null,
    reason: null,
  });
}
