import { addressBits, canonicalAddress } from './network-address';

/** A range of addresses in CIDR notation (RFC 4632, RFC 4291 §2.3), canonical: `192.0.2.0/24`, `2001:db8::/32`. */
export type NetworkRange = string & { readonly brand: 'NetworkRange' };

/** Without port, zone or brackets, which mean nothing in a range. */
const FORM = /^([\d.]{7,15}|[\da-f]*:[\da-f:]*:[\da-f:.]*)(?:\/(\d{1,3}))?$/i;

/**
 * Reads a range, or a single address as a range of one. Bits behind the prefix must be zero: `10.1.2.3/8` may have
 * meant one address or 16 million.
 * @returns null if the text is no range
 */
export function parseNetworkRange(text: string): NetworkRange | null {
  const [, address = '', typedPrefix] = FORM.exec(text.trim()) ?? [];
  const parsed = addressBits(address);
  const canonical = canonicalAddress(address);
  if (!parsed || !canonical) return null;
  const prefix = typedPrefix === undefined ? parsed.width : Number(typedPrefix);
  if (prefix > parsed.width) return null;
  const behind = (1n << BigInt(parsed.width - prefix)) - 1n;
  return (parsed.value & behind) === 0n ? (`${canonical}/${prefix}` as NetworkRange) : null;
}

/** Whether an address, in any spelling, is within a range. False for a malformed one. */
export function isWithin(address: string, range: NetworkRange): boolean {
  const bits = addressBits(address);
  const { width, value, prefix } = partsOf(range);
  if (bits?.width !== width) return false;
  const behind = BigInt(width - prefix);
  return bits.value >> behind === value >> behind;
}

/** Whether every address of `inner` is within `outer`. */
export function covers(outer: NetworkRange, inner: NetworkRange): boolean {
  return partsOf(inner).prefix >= partsOf(outer).prefix && isWithin(inner.split('/')[0] ?? '', outer);
}

function partsOf(range: NetworkRange): { width: number; value: bigint; prefix: number } {
  const [address = '', prefix] = range.split('/');
  const bits = addressBits(address);
  if (!bits) throw new TypeError(`${range} is no range`);
  return { ...bits, prefix: Number(prefix) };
}
