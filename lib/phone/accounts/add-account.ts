import type { Bytes } from '../../shared/bytes';
import { PIN_TRIES } from '../../shared/pin-tries';
import { type SealedAccount, type UsableAccount, ACCOUNT_NAME_LENGTH, type Account } from './account';
import type { AccountStore } from './account-store';
import { sealUnderBiometrics } from '../keys/biometric-sealed-key';
import type { BiometricCredential } from '../keys/biometrics';
import type { Instance } from './instance';
import type { PinPolicy } from '../keys/pin-policy';
import { sealProtectedKey } from '../keys/pin-sealed-key';

/** Turns a new instance into an account, with every key encrypted. */
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
 * Stores a new account. If another tab has stored it already, that one is returned unchanged.
 * @throws DOMException when the browser does not store it
 */
export async function addAccount(
  store: AccountStore,
  sealed: SealedAccount,
  { userId, domain }: { userId: string; domain: string },
): Promise<UsableAccount> {
  const stored = await store.find(sealed.instanceId);
  if (stored?.state === 'usable') return stored;
  const account = { ...sealed, userId, domain, name: defaultAccountName(userId, await store.list()) };
  await store.add(account);
  return account;
}

/** The user ID, with a number when the name is taken. */
export function defaultAccountName(userId: string, others: readonly Account[]): string {
  const takenNames = new Set(others.map(({ name }) => name));
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : ` ${number}`;
    const name = userId.slice(0, ACCOUNT_NAME_LENGTH - suffix.length) + suffix;
    if (!takenNames.has(name)) return name;
  }
}
