import { signActivation } from '../../crypto/messages/activation-signature';
import { accept, type Result } from '../../shared/result';
import type { Linked } from './activation-steps';
import { confirmActivation, type LastCall, type LastRefusal } from './confirm-activation';
import type { Instance } from '../accounts/instance';
import { checkPin, type PinRefusal } from '../keys/pin-policy';
import { protectKey } from '../keys/protected-key';

/** What connection 4 says, and what the phone keeps once it is answered but for whose device it is. */
export type Prepared = { call: LastCall; instance: Omit<Instance, 'userId' | 'domain'> };

/**
 * Once the person has chosen a PIN, which stays on the phone.
 * @param now when the instance says that it was activated
 */
export async function prepareActivation(
  { payload, gateway, licence, deviceCode, description, instanceId, instanceKey }: Linked,
  pin: string,
  now: Date,
): Promise<Result<Prepared, PinRefusal>> {
  const checked = checkPin(pin, licence);
  if (!checked.ok) return checked;
  const { registrationIdentifier } = payload;
  return accept({
    call: {
      gateway,
      registrationIdentifier,
      instanceId,
      signature: await signActivation(instanceKey, { registrationIdentifier, instanceId, deviceCode }),
    },
    instance: {
      instanceId,
      description,
      activatedAt: now.toISOString(),
      notificationsEnabled: licence.notificationsEnabled,
      protectedKey: await protectKey(instanceKey, pin, instanceId),
    },
  });
}

/**
 * Connection 4 of a phone that keeps nothing before it is answered.
 * @returns what the phone keeps; nothing is to be kept when the gateway refuses
 * @throws GatewayFailure when the gateway fails
 */
export async function finishActivation(
  linked: Linked,
  pin: string,
  now: Date,
  isRepeated = false,
): Promise<Result<Instance, LastRefusal | PinRefusal>> {
  const prepared = await prepareActivation(linked, pin, now);
  if (!prepared.ok) return prepared;
  const { call, instance } = prepared.value;
  const owner = await confirmActivation(call, isRepeated);
  return owner.ok ? accept({ ...instance, ...owner.value }) : owner;
}
