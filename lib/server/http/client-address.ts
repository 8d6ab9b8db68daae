import { canonicalAddress } from '../../shared/network-address';

/**
 * Whose address a request comes from.
 * @param peer address at the other end of the connection
 * @param forwardedFor the `X-Forwarded-For` header; anybody can write into it, so only what trusted proxies added counts
 * @param trustedProxies how many proxies stand in front, each adding one address at the end
 * @returns it in its canonical spelling; null when nothing that was told is an address
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string | null {
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim());
  const told = trustedProxies > 0 ? hops.at(-trustedProxies) : peer;
  return canonicalAddress(told ?? '') ?? canonicalAddress(peer ?? '');
}
