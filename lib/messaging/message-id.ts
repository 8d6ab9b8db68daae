import { hexFromBytes } from '../shared/bytes';
import type { Random } from '../shared/random';

/** Names a message of the outbox, at every try the same: `msg-` and 32 hexadecimal digits, 128 random bits. No secret. */
export type MessageId = string & { readonly brand: 'MessageId' };

export function parseMessageId(text: string): MessageId | null {
  return /^msg-[0-9a-f]{32}$/.test(text) ? (text as MessageId) : null;
}

export function generateMessageId(random: Random): MessageId {
  return `msg-${hexFromBytes(random.bytes(16))}` as MessageId;
}
