import { hexFromBytes } from '../bytes';
import type { Random } from '../random';

/** Names an activation in addresses and records: `act-` and 32 hexadecimal digits, 128 random bits. Not secret. */
export type ActivationId = string & { readonly brand: 'ActivationId' };

export function parseActivationId(text: string): ActivationId | null {
  return /^act-[0-9a-f]{32}$/.test(text) ? (text as ActivationId) : null;
}

export function generateActivationId(random: Random): ActivationId {
  return `act-${hexFromBytes(random.bytes(16))}` as ActivationId;
}
