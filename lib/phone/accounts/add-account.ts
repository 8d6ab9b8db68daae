import type { Bytes } from '../../shared/bytes';
import { PIN_TRIES, type SealedAccount, type UsableAccount, ACCOUNT_NAME_LENGTH, type Account } from './account';
import type { AccountStore } from './account-store';
import { sealUnderBiometrics } from '../keys/biometric-sealed-key';
import type { BiometricCredential } from '../keys/biometrics';
import type { Instance } from './instance';
import type { PinPolicy } from '../keys/pin-policy';
import { sealProtectedKey } from '../keys/pin-sealed-key';

/** Makes an account of a new device. No key of it is left open. */
export async function sealAccount(
  deviceKey: CryptoKey,
  { instanceId, activatedAt, notificationsEnabled, protectedKey }: Omit<Instance, 'userId' | 'domain'>,
  { pinMinimumLength, pinMaximumLength }: PinPolicy,
  { instanceKey, biometrics }: { instanceKey: Bytes; biometrics: BiometricCredential | null },
): Promise<SealedAccount> {
  return {
    state: 'usable',
    instanceId,
    activatedAt,
    pinMinimumLength,
    pinMaximumLength,
    notifications: notificationsEnabled ? 'off' : 'not-offered',
    triesLeft: PIN_TRIES,
    pinSealedKey: await sealProtectedKey(deviceKey, instanceId, protectedKey),
    biometrics: biometrics && (await sealUnderBiometrics(deviceKey, instanceId, instanceKey, biometrics)),
  };
}

/**
 * Stores a new account; one that another tab has stored already stays as it is.
 * @throws DOMException when the browser does not store it
 */
export async function addAccount(
  store: AccountStore,
  sealed: SealedAccount,
  { userId, domain }: { userId: string; domain: string },
): Promise<UsableAccount> {
  const known = await store.find(sealed.instanceId);
  if (known?.state === 'usable') return known;
  const account = { ...sealed, userId, domain, name: defaultAccountName(userId, await store.list()) };
  await store.add(account);
  return account;
}

/** What an account is called until the person gives it another name: the user ID, numbered where that is taken. */
export function defaultAccountName(userId: string, others: readonly Account[]): string {
  const taken = new Set(others.map(({ name }) => name));
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : ` ${number}`;
    const name = userId.slice(0, ACCOUNT_NAME_LENGTH - suffix.length) + suffix;
    if (!taken.has(name)) return name;
  }
}
