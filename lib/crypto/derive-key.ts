import { utf8, type Bytes } from '../shared/bytes';

/**
 * A key for one purpose out of a secret: HKDF-SHA-256 without salt (RFC 5869), 32 bytes.
 * @param secret at least 32 bytes of full entropy
 * @param info names the purpose; different names give unrelated keys
 */
export async function deriveKey(secret: Bytes, info: string): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8(info) };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, 256));
}
