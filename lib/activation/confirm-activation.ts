import type { UserKey } from '../shared/identifiers/user-key';
import type { InstanceId } from './activation';
import type { ActivationPorts } from './activation-ports';
import { applyObservation } from './following/refresh-activation';

/**
 * Takes a test login that has passed for the end of the activation that it belongs to, where the gateway leaves that to be
 * concluded: it is the strongest proof there is (OneSpan §4.4). Does nothing for any other device.
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
    reason: null,
  });
}
