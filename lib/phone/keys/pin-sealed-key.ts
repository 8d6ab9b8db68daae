import { textFromUtf8, utf8, type Bytes } from '../../shared/bytes';
import type { Result } from '../../shared/result';
import { openOnDevice, sealOnDevice, type SealedOnDevice } from './sealed-on-device';
import { protectKey, unprotectKey, type ProtectedKey } from './protected-key';
import { pauseEnd } from './pin-pause';
import type { AccountStore } from '../accounts/account-store';

/** Encrypts a PIN-protected key under the device key as well. */
export async function sealProtectedKey(
  deviceKey: CryptoKey,
  instanceId: string,
  protectedKey: ProtectedKey,
): Promise<SealedOnDevice> {
  return sealOnDevice(deviceKey, utf8(JSON.stringify(protectedKey)), contextOf(instanceId));
}

/** Encrypts the instance key under the PIN, then under the device key. */
export async function sealUnderPin(
  deviceKey: CryptoKey,
  instanceId: string,
  instanceKey: Bytes,
  pin: string,
): Promise<SealedOnDevice> {
  return sealProtectedKey(deviceKey, instanceId, await protectKey(instanceKey, pin, instanceId));
}

/** @throws DOMException when the store was altered, or copied from another device */
export async function openUnderPin(
  deviceKey: CryptoKey,
  instanceId: string,
  sealed: SealedOnDevice,
  pin: string,
): Promise<Result<Bytes, 'wrong-pin'>> {
  const text = textFromUtf8(await openOnDevice(deviceKey, sealed, contextOf(instanceId)));
  return unprotectKey(JSON.parse(text) as ProtectedKey, pin, instanceId);
}

function contextOf(instanceId: string): string {
  return `${instanceId} under its PIN`;
}

type PinOutcome =
  | { outcome: 'opened'; instanceKey: Bytes }
  /** @see PIN_TRIES; 1 to 4 */
  | { outcome: 'wrong-pin'; triesLeft: number; mayTryAt: number }
  /** Not counted: the pause after a wrong PIN is not over. */
  | { outcome: 'too-early'; mayTryAt: number }
  /** After the last try: the keys are erased. */
  | { outcome: 'wiped' }
  /** The account was removed, perhaps in another tab. */
  | { outcome: 'gone' };

/** Runs work under a named lock that all tabs share. */
export type Exclusively = <Value>(name: string, work: () => Promise<Value>) => Promise<Value>;

/**
 * Tries a PIN.
 * @param now the phone's clock, in milliseconds since 1970
 * @throws DOMException when the store was altered, or copied from another device
 */
export async function openWithPin(
  { store, deviceKey, exclusively }: { store: AccountStore; deviceKey: CryptoKey; exclusively: Exclusively },
  instanceId: string,
  pin: string,
  now: () => number,
): Promise<PinOutcome> {
  return exclusively(`authenticator PIN of ${instanceId}`, async () => {
    const triedAt = now();
    const stored = await store.find(instanceId);
    const mayTryAt = stored?.state === 'usable' ? pauseEnd(stored, triedAt) : 0;
    if (mayTryAt > triedAt) return { outcome: 'too-early', mayTryAt };
    const account = await store.takeTry(instanceId, triedAt);
    if (!account) return { outcome: 'gone' };
    if (account.state === 'wiped') return { outcome: 'wiped' };
    const instanceKey = await openUnderPin(deviceKey, instanceId, account.pinSealedKey, pin);
    if (instanceKey.ok) {
      await store.giveTriesBack(instanceId);
      return { outcome: 'opened', instanceKey: instanceKey.value };
    }
    const { triesLeft } = account;
    if (triesLeft > 0) return { outcome: 'wrong-pin', triesLeft, mayTryAt: pauseEnd(account, now()) };
    await store.wipe(instanceId);
    return { outcome: 'wiped' };
  });
}
