import { textFromUtf8, utf8, type Bytes } from '../../shared/bytes';
import type { Result } from '../../shared/result';
import { openOnDevice, sealOnDevice, type SealedOnDevice } from './sealed-on-device';
import { protectKey, unprotectKey, type ProtectedKey } from './protected-key';

/** Puts a key that lies under a PIN under the device's key as well. */
export async function sealProtectedKey(
  deviceKey: CryptoKey,
  instanceId: string,
  protectedKey: ProtectedKey,
): Promise<SealedOnDevice> {
  return sealOnDevice(deviceKey, utf8(JSON.stringify(protectedKey)), contextOf(instanceId));
}

/** The instance key under the PIN, and that under the device's key. */
export async function sealUnderPin(
  deviceKey: CryptoKey,
  instanceId: string,
  instanceKey: Bytes,
  pin: string,
): Promise<SealedOnDevice> {
  return sealProtectedKey(deviceKey, instanceId, await protectKey(instanceKey, pin, instanceId));
}

/** @throws DOMException when the store was altered or copied from another device */
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
