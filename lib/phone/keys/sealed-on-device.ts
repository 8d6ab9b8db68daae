import { utf8, type Bytes } from '../../shared/bytes';

/** AES-256-GCM under the device key. */
export type SealedOnDevice = { iv: Bytes; ciphertext: Bytes };

/** @param context names the bytes and their owner; opening requires the same */
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
