import { concatBytes, type Bytes, utf8 } from '../../shared/bytes';

/** Hashes the concatenation of its parts. */
export type Hash = (...parts: Uint8Array[]) => Promise<Bytes>;

export const sha256: Hash = async (...parts) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', concatBytes(...parts)));

/** For RFC 5054's test vectors only. */
export const sha1: Hash = async (...parts) =>
  new Uint8Array(await crypto.subtle.digest('SHA-1', concatBytes(...parts)));

export type HmacHash = 'SHA-1' | 'SHA-256' | 'SHA-512';

/** HMAC (RFC 2104) over the concatenation of the parts, as long as the hash's output. */
export async function hmac(hash: HmacHash, key: Bytes, ...parts: Uint8Array[]): Promise<Bytes> {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, concatBytes(...parts)));
}

/** HKDF-SHA-256 (RFC 5869). @param length of the result, in bytes */
export async function hkdf(secret: Bytes, salt: Bytes, info: Bytes, length: number): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, key, length * 8));
}

/**
 * Derives a key for one purpose: HKDF-SHA-256 without salt, 32 bytes.
 * @param secret at least 32 bytes of full entropy
 * @param info names the purpose; different names give unrelated keys
 */
export async function deriveKey(secret: Bytes, info: string): Promise<Bytes> {
  return hkdf(secret, new Uint8Array(0), utf8(info), 32);
}
