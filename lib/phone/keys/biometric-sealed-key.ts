import { deriveKey } from '../../wire/crypto/hash';
import { concatBytes, utf8, type Bytes } from '../../shared/bytes';
import { accept, refuse, type Result } from '../../shared/result';
import type { Biometrics } from '../accounts/account';
import { openOnDevice, sealOnDevice } from './sealed-on-device';
import type { BiometricCheck, BiometricCredential } from './biometrics';

const IV_BYTES = 12;

/**
 * Encrypts an instance key for opening with a fingerprint or face: under the check's secret and the device key, or under the
 * device key alone where the check yields no secret.
 */
export async function sealUnderBiometrics(
  deviceKey: CryptoKey,
  instanceId: string,
  instanceKey: Bytes,
  { credentialId, secret }: BiometricCredential,
): Promise<Biometrics> {
  const inner = secret ? await encrypt(secret, instanceId, instanceKey) : instanceKey;
  const sealedKey = await sealOnDevice(deviceKey, inner, contextOf(instanceId));
  return { credentialId, kind: secret ? 'unlocks' : 'gates', sealedKey };
}

/** @throws DOMException when the store was altered, or copied from another device */
export async function openUnderBiometrics(
  deviceKey: CryptoKey,
  instanceId: string,
  { kind, sealedKey }: Biometrics,
  { secret }: BiometricCheck,
): Promise<Result<Bytes, 'not-opened'>> {
  const inner = await openOnDevice(deviceKey, sealedKey, contextOf(instanceId));
  if (kind === 'gates') return accept(inner);
  if (!secret) return refuse('not-opened');
  try {
    const parameters = { name: 'AES-GCM', iv: inner.slice(0, IV_BYTES), additionalData: utf8(instanceId) };
    const key = await keyFrom(secret);
    return accept(new Uint8Array(await crypto.subtle.decrypt(parameters, key, inner.slice(IV_BYTES))));
  } catch {
    return refuse('not-opened');
  }
}

async function encrypt(secret: Bytes, instanceId: string, instanceKey: Bytes): Promise<Bytes> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const parameters = { name: 'AES-GCM', iv, additionalData: utf8(instanceId) };
  const ciphertext = await crypto.subtle.encrypt(parameters, await keyFrom(secret), instanceKey);
  return concatBytes(iv, new Uint8Array(ciphertext));
}

async function keyFrom(secret: Bytes): Promise<CryptoKey> {
  const raw = await deriveKey(secret, 'tessera phone biometrics');
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function contextOf(instanceId: string): string {
  return `${instanceId} under biometrics`;
}
