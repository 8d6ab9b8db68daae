import { hexFromBytes, sha256OfText } from '../bytes';
import type { Random } from '../random';

/**
 * Names a confirmation of a running session: `phc-` and 64 hexadecimal digits, a hash of its key and of the session. It
 * cannot be derived from a browser's secret, so it can open no session, and belongs to one session alone.
 */
export type PhoneConfirmationId = string & { readonly brand: 'PhoneConfirmationId' };

/** 32 hexadecimal digits, 128 random bits, kept by the requesting page. Not secret: it counts with its session only. */
export type PhoneConfirmationKey = string & { readonly brand: 'PhoneConfirmationKey' };

export function generatePhoneConfirmationKey(random: Random): PhoneConfirmationKey {
  return hexFromBytes(random.bytes(16)) as PhoneConfirmationKey;
}

export function parsePhoneConfirmationKey(text: unknown): PhoneConfirmationKey | null {
  return typeof text === 'string' && /^[0-9a-f]{32}$/.test(text) ? (text as PhoneConfirmationKey) : null;
}

export async function phoneConfirmationIdOf(
  key: PhoneConfirmationKey,
  sessionId: string,
): Promise<PhoneConfirmationId> {
  return `phc-${await sha256OfText(JSON.stringify(['phone confirmation', key, sessionId]))}` as PhoneConfirmationId;
}

export function parsePhoneConfirmationId(text: string): PhoneConfirmationId | null {
  return /^phc-[0-9a-f]{64}$/.test(text) ? (text as PhoneConfirmationId) : null;
}
