import { signActivation } from '../../wire/crypto/messages/activation-signature';
import { accept, type Result, refuse } from '../../shared/result';
import type { Instance } from '../accounts/instance';
import type { OfflineLinked, Signed } from './offline-steps';
import { checkPin, type PinRefusal } from '../keys/pin-policy';
import { protectKey } from '../keys/protected-key';
import type { UsableAccount } from '../accounts/account';
import type { AccountStore } from '../accounts/account-store';
import { addAccount, sealAccount } from '../accounts/add-account';
import type { OfflineActivationStore } from './offline-activation-store';
import type { PinChoice } from '../keys/pin-steps';

/** Signs the activation, for the user to type on the website. */
export async function signOffline(linked: OfflineLinked): Promise<Signed> {
  const { registrationIdentifier, deviceCode, instanceId, instanceKey } = linked;
  const signature = await signActivation(instanceKey, { registrationIdentifier, instanceId, deviceCode });
  return { registrationIdentifier, instanceId, signature };
}

/**
 * Puts the instance key under the PIN, and signs the activation.
 * @param description what the device calls itself
 * @param now the instance's `activatedAt`
 */
export async function finishOffline(
  linked: OfflineLinked,
  { pin, description }: { pin: string; description: string },
  now: Date,
): Promise<Result<{ instance: Instance; signed: Signed }, PinRefusal>> {
  const { userId, domain, licence, instanceId, instanceKey } = linked;
  const result = checkPin(pin, licence);
  if (!result.ok) return result;
  const protectedKey = await protectKey(instanceKey, pin, instanceId);
  const { notificationsEnabled } = licence;
  const activatedAt = now.toISOString();
  return accept({
    instance: { instanceId, userId, domain, description, activatedAt, notificationsEnabled, protectedKey },
    signed: await signOffline(linked),
  });
}

/**
 * Stores the account of an offline activation, and the signature that the user types on the website.
 * @returns `interrupted` when the activation has ended, or another has begun, perhaps in another tab
 * @throws DOMException when the browser does not store the account
 * @throws RangeError when the PIN breaks the licence's rules; check them when the PIN is chosen
 */
export async function storeOfflineAccount(
  phone: { store: AccountStore; offline: OfflineActivationStore; deviceKey: CryptoKey },
  linked: OfflineLinked,
  { pin, biometrics }: PinChoice,
  now: Date,
): Promise<Result<{ account: UsableAccount; signed: Signed }, 'interrupted'>> {
  const pending = await phone.offline.find(now);
  if (pending?.stage !== 'device-code' || pending.deviceCode !== linked.deviceCode) return refuse('interrupted');
  const finished = await finishOffline(linked, { pin, description: '' }, now);
  if (!finished.ok) throw new RangeError(`the PIN breaks the rules of the licence: ${finished.refusal}`);
  const { instance, signed } = finished.value;
  const { licence, instanceKey } = linked;
  const sealed = await sealAccount(phone.deviceKey, instance, licence, { instanceKey, biometrics });
  const account = await addAccount(phone.store, sealed, instance);
  await phone.offline.keep({ stage: 'signature', ...signed });
  return accept({ account, signed });
}
