import { createHash } from 'node:crypto';
import type { Sha256 } from '../../shared/identifiers/phone-sign-in-id';

/** Hashes a text's UTF-8; lower-case hexadecimal. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The same as the core's port. */
export const sha256: Sha256 = async (text) => sha256Hex(text);
