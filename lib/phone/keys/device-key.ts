import { utf8, type Bytes } from '../../shared/bytes';
import type { PhoneDatabase } from '../accounts/phone-database';

/** AES-256-GCM under the device's key. */
export type SealedOnDevice = { iv: Bytes; ciphertext: Bytes };

const ALGORITHM = { name: 'AES-GCM', length: 256 };

/**
 * The key of this browser on this device, made on first use. It cannot be exported, so whoever copies the store's
 * contents through the app has nothing to guess PINs against.
 */
export async function deviceKey(database: PhoneDatabase): Promise<CryptoKey> {
  const kept = await database.get('device', 'key');
  if (kept) return kept;
  const made = await crypto.subtle.generateKey(ALGORITHM, false, ['encrypt', 'decrypt']);
  // Another tab may have been faster; whichever was stored first is the one.
  const transaction = database.transaction('device', 'readwrite');
  const first = await transaction.store.get('key');
  if (!first) await transaction.store.put(made, 'key');
  await transaction.done;
  return first ?? made;
}

/** @param context what the bytes are and whose; opening demands the same */
export async function sealOnDevice(key: CryptoKey, bytes: Bytes, context: string): Promise<SealedOnDevice> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const ciphertext = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(context) }, key, bytes);
  return { iv, ciphertext: new Uint8Array(ciphertext) };
}

/** @throws DOMException when the bytes were altered, or sealed by another device or in another context */
export async function openOnDevice(key: CryptoKey, sealed: SealedOnDevice, context: string): Promise<Bytes> {
  const parameters = { name: 'AES-GCM', iv: sealed.iv, additionalData: utf8(context) };
  return new Uint8Array(await crypto.subtle.decrypt(parameters, key, sealed.ciphertext));
}
