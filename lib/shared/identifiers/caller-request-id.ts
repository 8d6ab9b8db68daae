import type { UserKey } from './user-key';
import { hexFromBytes, sha256OfText } from '../bytes';
import type { Random } from '../random';

/**
 * Names a question to a caller's phones: `clr-` and 64 hexadecimal digits, a hash of its key and of the asking agent.
 * It cannot be derived from a browser's secret, so it can open no session.
 */
export type CallerRequestId = string & { readonly brand: 'CallerRequestId' };

/**
 * 32 hexadecimal digits, 128 random bits, kept by the requesting form. Not secret: it identifies the question only
 * together with the requesting agent, and the question can be redeemed once.
 */
export type CallerRequestKey = string & { readonly brand: 'CallerRequestKey' };

export function parseCallerRequestKey(text: string): CallerRequestKey | null {
  return /^[0-9a-f]{32}$/.test(text) ? (text as CallerRequestKey) : null;
}

export function generateCallerRequestKey(random: Random): CallerRequestKey {
  return hexFromBytes(random.bytes(16)) as CallerRequestKey;
}

export async function callerRequestIdOf(key: CallerRequestKey, { userId, domain }: UserKey): Promise<CallerRequestId> {
  return `clr-${await sha256OfText(JSON.stringify(['caller request', key, userId, domain]))}` as CallerRequestId;
}
