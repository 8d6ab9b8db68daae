import { createHash } from 'node:crypto';

/** Hashes a text's UTF-8; lower-case hexadecimal. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
