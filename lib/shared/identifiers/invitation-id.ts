import { hexFromBytes } from '../bytes';
import type { Random } from '../random';

/** Names an invitation in addresses and records: `inv-` and 32 hexadecimal digits, 128 random bits. Not secret. */
export type InvitationId = string & { readonly brand: 'InvitationId' };

export function parseInvitationId(text: string): InvitationId | null {
  return /^inv-[0-9a-f]{32}$/.test(text) ? (text as InvitationId) : null;
}

export function generateInvitationId(random: Random): InvitationId {
  return `inv-${hexFromBytes(random.bytes(16))}` as InvitationId;
}
