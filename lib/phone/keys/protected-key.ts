import { base64UrlFromBytes, bytesFromBase64Url, utf8, type Bytes } from '../../shared/bytes';
import { accept, refuse, type Result } from '../../shared/result';

/** An instance key encrypted under a PIN. Bytes are in base64url. */
export type ProtectedKey = { salt: string; iterations: number; iv: string; ciphertext: string };

/**
 * OWASP's recommendation for PBKDF2-HMAC-SHA-256. It slows an attacker who has the store, but a PIN of a few digits does not
 * hold out for long, so stores must be private as well.
 */
const ITERATIONS = 600_000;

/** Encrypts with AES-256-GCM under a key that PBKDF2-SHA-256 derives from the PIN. */
export async function protectKey(instanceKey: Bytes, pin: string, instanceId: string): Promise<ProtectedKey> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await keyFromPin(pin, salt, ITERATIONS);
  const ciphertext = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: utf8(instanceId) },
    key,
    instanceKey,
  );
  return {
    salt: base64UrlFromBytes(salt),
    iterations: ITERATIONS,
    iv: base64UrlFromBytes(iv),
    ciphertext: base64UrlFromBytes(new Uint8Array(ciphertext)),
  };
}

/** A damaged key looks like a wrong PIN. */
export async function unprotectKey(
  { salt, iterations, iv, ciphertext }: ProtectedKey,
  pin: string,
  instanceId: string,
): Promise<Result<Bytes, 'wrong-pin'>> {
  try {
    const key = await keyFromPin(pin, bytesFromBase64Url(salt), iterations);
    const parameters = { name: 'AES-GCM', iv: bytesFromBase64Url(iv), additionalData: utf8(instanceId) };
    return accept(new Uint8Array(await crypto.subtle.decrypt(parameters, key, bytesFromBase64Url(ciphertext))));
  } catch {
    return refuse('wrong-pin');
  }
}

async function keyFromPin(pin: string, salt: Bytes, iterations: number): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey('raw', utf8(pin), 'PBKDF2', false, ['deriveKey']);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(parameters, secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}
