import type { Bytes } from '../shared/bytes';
import { PIN_TRIES, type UsableAccount } from './account';
import type { AccountStore } from './account-store';
import { sealUnderBiometrics } from './biometric-sealed-key';
import type { BiometricCredential } from './biometrics';
import { defaultAccountName } from './default-account-name';
import type { Instance } from './instance';
import type { PinPolicy } from './pin-policy';
import { sealProtectedKey } from './pin-sealed-key';

/** Stores a new device as an account. @throws DOMException when the browser does not store it */
export async function addAccount(
  { store, deviceKey }: { store: AccountStore; deviceKey: CryptoKey },
  { instanceId, userId, domain, activatedAt, notificationsEnabled, protectedKey }: Instance,
  { pinMinimumLength, pinMaximumLength }: PinPolicy,
  { instanceKey, biometrics }: { instanceKey: Bytes; biometrics: BiometricCredential | null },
): Promise<UsableAccount> {
  const account: UsableAccount = {
    state: 'usable',
    instanceId,
    userId,
    domain,
    name: defaultAccountName(userId, await store.list()),
    activatedAt,
    pinMinimumLength,
    pinMaximumLength,
    notifications: notificationsEnabled ? 'off' : 'not-offered',
    triesLeft: PIN_TRIES,
    pinSealedKey: await sealProtectedKey(deviceKey, instanceId, protectedKey),
    biometrics: biometrics && (await sealUnderBiometrics(deviceKey, instanceId, instanceKey, biometrics)),
  };
  await store.add(account);
  return account;
}
