import { concatBytes, textFromUtf8, utf8, type Bytes } from '../shared/bytes';
import { accept, refuse, type Result } from '../shared/result';
import { deriveKey } from './derive-key';

const IV_BYTES = 12;

/**
 * Encrypts the phone's address for push messages; see `provisioning-profile.ts`.
 * @param iv 12 bytes, random
 */
export async function sealNotificationId(
  instanceKey: Bytes,
  instanceId: string,
  notificationId: string,
  iv: Bytes,
): Promise<Bytes> {
  const key = await keyFor(instanceKey, 'encrypt');
  const parameters = { name: 'AES-GCM', iv, additionalData: utf8(instanceId) };
  return concatBytes(iv, new Uint8Array(await crypto.subtle.encrypt(parameters, key, utf8(notificationId))));
}

export async function openNotificationId(
  instanceKey: Bytes,
  instanceId: string,
  sealed: Bytes,
): Promise<Result<string, 'not-authentic'>> {
  const key = await keyFor(instanceKey, 'decrypt');
  try {
    const parameters = { name: 'AES-GCM', iv: sealed.slice(0, IV_BYTES), additionalData: utf8(instanceId) };
    return accept(textFromUtf8(new Uint8Array(await crypto.subtle.decrypt(parameters, key, sealed.slice(IV_BYTES)))));
  } catch {
    return refuse('not-authentic');
  }
}

async function keyFor(instanceKey: Bytes, usage: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', await deriveKey(instanceKey, 'tessera notification'), 'AES-GCM', false, [
    usage,
  ]);
}
