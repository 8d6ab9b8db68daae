import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ActivationId } from '../../../shared/identifiers/activation-id';
import type { Random } from '../../../shared/random';

const RANDOM_BYTES = 16;

/** What a nonce is bound to. */
type Binding = { sessionSecret: string; sessionId: string; activationId: ActivationId };

/** Names one link of an activation, for the session that asked for it: 43 characters of base64url. */
export function makeLinkNonce(binding: Binding, random: Random): string {
  const drawn = random.bytes(RANDOM_BYTES);
  return Buffer.concat([drawn, seal(binding, drawn)]).toString('base64url');
}

/** Whether the nonce was made for this session and activation. */
export function isLinkNonceOf(binding: Binding, nonce: string): boolean {
  const bytes = Buffer.from(nonce, 'base64url');
  if (bytes.length !== 2 * RANDOM_BYTES) return false;
  return timingSafeEqual(bytes.subarray(RANDOM_BYTES), seal(binding, bytes.subarray(0, RANDOM_BYTES)));
}

function seal({ sessionSecret, sessionId, activationId }: Binding, drawn: Uint8Array): Buffer {
  return createHmac('sha256', sessionSecret)
    .update(`link ticket;${sessionId};${activationId};`)
    .update(drawn)
    .digest()
    .subarray(0, RANDOM_BYTES);
}
