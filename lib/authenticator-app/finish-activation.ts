import { signActivation } from '../crypto/activation-signature';
import { accept, refuse, type Result } from '../shared/result';
import type { Linked } from './activation-steps';
import { callService, type StepRefusal } from './call-service';
import type { Instance } from './instance';
import { checkPin, type PinRefusal } from './pin-policy';
import { protectKey } from './protected-key';
import { readText } from './read-reply';

/**
 * Connection 4, `MdlActivate`, once the person has chosen a PIN. The PIN stays on the phone.
 * @param now when the instance says that it was activated
 * @returns what the phone keeps; nothing is to be kept when the gateway refuses
 * @throws GatewayFailure when the gateway fails
 */
export async function finishActivation(
  { payload, gateway, licence, deviceCode, description, instanceId, instanceKey }: Linked,
  pin: string,
  now: Date,
  signal?: AbortSignal,
): Promise<Result<Instance, StepRefusal | PinRefusal | 'gateway-not-genuine'>> {
  const checked = checkPin(pin, licence);
  if (!checked.ok) return checked;
  const { registrationIdentifier } = payload;
  const protectedKey = await protectKey(instanceKey, pin, instanceId);
  const signature = await signActivation(instanceKey, { registrationIdentifier, instanceId, deviceCode });
  const reply = await callService(gateway, 'provisioning/MdlActivate', { registrationIdentifier, signature }, signal);
  if (!reply.ok) return reply;
  if (readText(reply.value, 'serialNumber') !== instanceId) return refuse('gateway-not-genuine');
  return accept({
    instanceId,
    userId: readText(reply.value, 'userID'),
    domain: readText(reply.value, 'domain'),
    description,
    activatedAt: now.toISOString(),
    notificationsEnabled: licence.notificationsEnabled,
    protectedKey,
  });
}
