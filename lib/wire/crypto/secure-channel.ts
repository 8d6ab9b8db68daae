import { concatBytes, utf8, type Bytes } from '../../shared/bytes';
import { accept, refuse, type Result } from '../../shared/result';
import { deriveKey } from './hash';

const IV_BYTES = 12;

/** Purpose of a message between gateway and device; each has its own key. */
export type ChannelPurpose =
  | 'notification'
  | 'push'
  | 'login reading'
  | 'login request'
  | 'login refusal'
  | 'device question'
  | 'device details'
  | 'freeze'
  | 'device report'
  | 'push subscription'
  | 'device mark'
  | 'push test'
  | 'copy';

/**
 * Encrypts and authenticates a message between the gateway and one device: 12 random bytes, then AES-256-GCM with the
 * instance identifier as additional data; see `provisioning-profile.ts`.
 * @param instanceKey 32 bytes
 * @param iv 12 bytes, random
 */
export async function sealForChannel(
  instanceKey: Bytes,
  purpose: ChannelPurpose,
  instanceId: string,
  message: Bytes,
  iv: Bytes,
): Promise<Bytes> {
  const key = await keyFor(instanceKey, purpose, 'encrypt');
  const parameters = { name: 'AES-GCM', iv, additionalData: utf8(instanceId) };
  return concatBytes(iv, new Uint8Array(await crypto.subtle.encrypt(parameters, key, message)));
}

export async function openFromChannel(
  instanceKey: Bytes,
  purpose: ChannelPurpose,
  instanceId: string,
  sealed: Bytes,
): Promise<Result<Bytes, 'not-authentic'>> {
  const key = await keyFor(instanceKey, purpose, 'decrypt');
  try {
    const parameters = { name: 'AES-GCM', iv: sealed.slice(0, IV_BYTES), additionalData: utf8(instanceId) };
    return accept(new Uint8Array(await crypto.subtle.decrypt(parameters, key, sealed.slice(IV_BYTES))));
  } catch {
    return refuse('not-authentic');
  }
}

async function keyFor(instanceKey: Bytes, purpose: ChannelPurpose, usage: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  const rawKey = await deriveKey(instanceKey, `tessera ${purpose}`);
  return crypto.subtle.importKey('raw', rawKey, 'AES-GCM', false, [usage]);
}
