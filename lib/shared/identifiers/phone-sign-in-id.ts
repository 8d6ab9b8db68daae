import { base64UrlFromBytes } from '../bytes';
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

/** Hashes a text's UTF-8; lower-case hexadecimal. */
export type Sha256 = (text: string) => Promise<string>;

export function generateBrowserSecret(random: Random): BrowserSecret {
  return base64UrlFromBytes(random.bytes(32)) as BrowserSecret;
}

export function parseBrowserSecret(text: string | undefined): BrowserSecret | null {
  return text !== undefined && /^[\w-]{43}$/.test(text) ? (text as BrowserSecret) : null;
}

/** The secret itself is never compared or looked up, so timing reveals nothing about it. */
export async function phoneSignInIdOf(secret: BrowserSecret, sha256: Sha256): Promise<PhoneSignInId> {
  return `phs-${await sha256(secret)}` as PhoneSignInId;
}
