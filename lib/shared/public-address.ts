import { canonicalAddress } from './network-address';
import { isWithin, type NetworkRange } from './network-range';

/**
 * Ranges that the IANA registries of special-purpose addresses (RFC 6890) do not call globally reachable, whole, although a few
 * addresses of `192.0.0.0/24` and `2001::/23` are; the registries leave relays of 6to4 open. And multicast.
 * https://www.iana.org/assignments/iana-ipv4-special-registry/
 * https://www.iana.org/assignments/iana-ipv6-special-registry/
 */
const SPECIAL = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
  // Teredo, ORCHID and the like, documentation, and 6to4, which leads to any IPv4 address.
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
] as NetworkRange[];

/**
 * What clouds answer machines of theirs at, though the registries call it reachable from everywhere. The metadata of others is in the
 * ranges above: `169.254.169.254`, `100.100.100.200`, `192.0.0.192`, `fd00:ec2::254`.
 */
const OF_CLOUDS = [
  // Azure: https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
  '168.63.129.16/32',
  // IBM Cloud's own network, its infrastructure and its services: https://cloud.ibm.com/docs/vpc?topic=vpc-service-endpoints-for-vpc
  '161.26.0.0/16',
  '166.8.0.0/14',
] as NetworkRange[];

/** All unicast addresses of the Internet (RFC 4291 §2.5.4); NAT64 and mapped addresses are outside. */
const GLOBAL_UNICAST = '2000::/3' as NetworkRange;

/** Whether an address leads into the Internet, and not into this machine's network. False for a malformed one. */
export function isPublicAddress(text: string): boolean {
  const address = canonicalAddress(text);
  if (address === null || [...SPECIAL, ...OF_CLOUDS].some((range) => isWithin(address, range))) return false;
  return !address.includes(':') || isWithin(address, GLOBAL_UNICAST);
}
