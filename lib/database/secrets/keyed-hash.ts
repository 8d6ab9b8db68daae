import { createHmac, hkdfSync } from 'node:crypto';

/**
 * HMAC-SHA-256 under a derived key, for short secrets, so that a reader of the database cannot try them all.
 * @param secret of the site
 * @param purpose separates the keys (HKDF, RFC 5869)
 * @returns a function that hashes a text's UTF-8; lower-case hexadecimal
 */
export function keyedHash(secret: string, purpose: string): (text: string) => Promise<string> {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `tessera ${purpose}`, 32));
  return async (text) => createHmac('sha256', key).update(text, 'utf8').digest('hex');
}
