import { accept, type Result } from '../../shared/result';
import type { Linked } from './activation-steps';
import { signLastCall, type LastCall } from './confirm-activation';
import type { Instance } from '../accounts/instance';
import { checkPin, type PinRefusal } from '../keys/pin-policy';
import { protectKey } from '../keys/protected-key';

/** What connection 4 sends, and the instance that it leads to; its answer names the owner. */
export type Prepared = { call: LastCall; instance: Omit<Instance, 'userId' | 'domain'> };

/**
 * Puts the instance key under the PIN, and signs connection 4. The PIN stays on the phone.
 * @param now the instance's `activatedAt`
 */
export async function prepareActivation(linked: Linked, pin: string, now: Date): Promise<Result<Prepared, PinRefusal>> {
  const { licence, description, instanceId, instanceKey } = linked;
  const result = checkPin(pin, licence);
  if (!result.ok) return result;
  return accept({
    call: await signLastCall(linked),
    instance: {
      instanceId,
      description,
      activatedAt: now.toISOString(),
      notificationsEnabled: licence.notificationsEnabled,
      protectedKey: await protectKey(instanceKey, pin, instanceId),
    },
  });
}
