import { concatBytes, type Bytes } from '../shared/bytes';

export type HmacHash = 'SHA-1' | 'SHA-256' | 'SHA-512';

/** HMAC (RFC 2104) over the concatenation of the parts, as long as the hash's output. */
export async function hmac(hash: HmacHash, key: Bytes, ...parts: Uint8Array[]): Promise<Bytes> {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, concatBytes(...parts)));
}
