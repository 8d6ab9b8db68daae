import { createHash } from 'node:crypto';
import type { Hash } from '../../../crypto/hash';

/** SHA-256 without Web Crypto's way through another thread, which takes longer than hashing a few hundred bytes. */
export const sha256WithOpenSsl: Hash = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return Promise.resolve(new Uint8Array(hash.digest()));
};
