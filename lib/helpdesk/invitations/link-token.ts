import { base64UrlFromBytes } from '../../shared/bytes';
import type { Random } from '../../shared/random';

/**
 * What a link of a mail or a letter carries behind its `#`, where no server and no log sees it: 256 random bits in
 * base64url. Only its hash is kept.
 */
export type LinkToken = string & { readonly brand: 'LinkToken' };

export function parseLinkToken(text: string): LinkToken | null {
  return /^[\w-]{43}$/.test(text) ? (text as LinkToken) : null;
}

export function generateLinkToken(random: Random): LinkToken {
  return base64UrlFromBytes(random.bytes(32)) as LinkToken;
}
