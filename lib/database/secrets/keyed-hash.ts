import { createHmac, hkdfSync } from 'node:crypto';

/**
 * HMAC-SHA-256 under a key of its own, for short secrets: who reads the database cannot try them all.
 * @param secret of the site
 * @param purpose separates the keys (HKDF, RFC 5869)
 * @returns what hashes a text's UTF-8; lower-case hexadecimal
 */
export function keyedHash(secret: string, purpose: string): (text: string) => Promise<string> {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `tessera ${purpose}`, 32));
  return async (text) => createHmac('sha256', key).update(text, 'utf8').digest('hex');
}
