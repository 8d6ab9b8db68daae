import type { RelyingParty } from '../../accounts/passkeys/passkey-verifier';
import { isLoopbackHost } from '../../shared/loopback-host';

/**
 * The site, as passkeys know it: browsers offer them to a host name, and with https, or to `localhost` (WebAuthn §5.1.3,
 * §5.1.7). A site at the loopback address has them at `localhost`, which it answers to as well.
 * @returns null where browsers offer none
 */
export function relyingPartyOf(publicUrl: string): RelyingParty | null {
  const url = new URL(publicUrl);
  if (url.protocol === 'http:' && isLoopbackHost(url.hostname)) url.hostname = 'localhost';
  const { protocol, hostname, origin } = url;
  const isAddress = hostname.startsWith('[') || /^\d+(?:\.\d+){3}$/.test(hostname);
  if (isAddress || (protocol !== 'https:' && hostname !== 'localhost')) return null;
  return { id: hostname, origin };
}
