import { hexFromBytes } from '../bytes';
import type { Random } from '../random';

/**
 * Names a question to a caller's manager in addresses and records: `mgr-` and 32 hexadecimal digits, 128 random bits. Not
 * secret: only the manager who is asked can answer it, in a session of their own.
 */
export type ManagerRequestId = string & { readonly brand: 'ManagerRequestId' };

export function parseManagerRequestId(text: string): ManagerRequestId | null {
  return /^mgr-[0-9a-f]{32}$/.test(text) ? (text as ManagerRequestId) : null;
}

export function generateManagerRequestId(random: Random): ManagerRequestId {
  return `mgr-${hexFromBytes(random.bytes(16))}` as ManagerRequestId;
}
