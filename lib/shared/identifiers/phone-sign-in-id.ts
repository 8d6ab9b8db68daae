import { base64UrlFromBytes, sha256OfText } from '../bytes';
import type { Random } from '../random';

/**
 * Names a phone sign-in: `phs-` and 64 hexadecimal digits, the SHA-256 of its browser secret. Not secret, so it may
 * appear in addresses and logs.
 */
export type PhoneSignInId = string & { readonly brand: 'PhoneSignInId' };

/**
 * 256 random bits in base64url. Authenticates the requesting browser, which gets the session when the phone approves.
 */
export type BrowserSecret = string & { readonly brand: 'BrowserSecret' };

export function generateBrowserSecret(random: Random): BrowserSecret {
  return base64UrlFromBytes(random.bytes(32)) as BrowserSecret;
}

export function parseBrowserSecret(text: string | undefined): BrowserSecret | null {
  return text !== undefined && /^[\w-]{43}$/.test(text) ? (text as BrowserSecret) : null;
}

/** The secret itself is never compared or looked up, so timing reveals nothing about it. */
export async function phoneSignInIdOf(secret: BrowserSecret): Promise<PhoneSignInId> {
  return `phs-${await sha256OfText(secret)}` as PhoneSignInId;
}
