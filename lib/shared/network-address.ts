/** A network that attempts can be counted by. */
export type Network = {
  /** `192.0.2.1` for an IPv4 address, `2001:db8::/64` for IPv6; `unknown` without an address. */
  name: string;
  /** Bits of the prefix. */
  bits: 32 | 48 | 56 | 64;
};

/**
 * The networks that an address belongs to, narrowest first. An IPv4 address stands for itself. An IPv6 subscriber has
 * at least a /64 and chooses among 2^64 addresses in it (RFC 4291 §2.5.1); providers assign up to a /56 or a /48 (RFC
 * 6177 §2), so those are included.
 */
export function networksOf(address: string | null): Network[] {
  const parsed = address === null ? null : parse(address);
  if (!parsed) return [{ name: 'unknown', bits: 32 }];
  if (parsed.version === 4) return [{ name: parsed.octets.join('.'), bits: 32 }];
  return ([64, 56, 48] as const).map((bits) => ({ name: `${format(prefix(parsed.groups, bits))}/${bits}`, bits }));
}

/** The narrowest of them. @param address in its canonical spelling */
export function networkNameOf(address: string | null): string {
  if (address !== null && !address.includes(':')) return address;
  return networksOf(address)[0]?.name ?? 'unknown';
}

/**
 * Canonical spelling (RFC 5952): without zone, brackets and port; IPv4 when IPv6 only wraps it.
 * @returns null when the text is not an address
 */
export function canonicalAddress(text: string): string | null {
  const parsed = parse(text);
  if (!parsed) return null;
  return parsed.version === 4 ? parsed.octets.join('.') : format(parsed.groups);
}

/** The network part of an address: the first 24 bits of IPv4, the first 48 of IPv6. Null when it is not an address. */
export function shortenAddress(address: string | null): string | null {
  const parsed = address === null ? null : parse(address);
  if (!parsed) return null;
  if (parsed.version === 4) return `${parsed.octets.slice(0, 3).join('.')}.0/24`;
  return `${format(prefix(parsed.groups, 48))}/48`;
}

/** An address as a number of 32 or 128 bits; IPv4 when IPv6 only wraps it. @returns null when the text is not an address */
export function addressBits(text: string): { width: 32 | 128; value: bigint } | null {
  const parsed = parse(text);
  if (!parsed) return null;
  const isShort = parsed.version === 4;
  const parts = isShort ? parsed.octets : parsed.groups;
  const value = parts.reduce((bits, part) => (bits << (isShort ? 8n : 16n)) | BigInt(part), 0n);
  return { width: isShort ? 32 : 128, value };
}

type Parsed = { version: 4; octets: number[] } | { version: 6; groups: number[] };

const IPV4_WRAPPED = [0, 0, 0, 0, 0, 0xffff];

function parse(text: string): Parsed | null {
  const trimmed = text.trim().slice(0, 100);
  const octets = parseOctets(/^([\d.]+)(?::\d+)?$/.exec(trimmed)?.[1] ?? '');
  if (octets) return { version: 4, octets };
  const bare = /^\[([^\]]*)\](?::\d+)?$/.exec(trimmed)?.[1] ?? trimmed;
  const groups = parseGroups(bare.replace(/%.*$/, ''));
  if (!groups) return null;
  const [high = 0, low = 0] = groups.slice(6);
  if (!IPV4_WRAPPED.every((group, at) => groups[at] === group)) return { version: 6, groups };
  return { version: 4, octets: [high >> 8, high & 255, low >> 8, low & 255] };
}

function parseOctets(text: string): number[] | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return null;
  return parts.map(Number);
}

function parseGroups(text: string): number[] | null {
  const sides = text.split('::');
  if (sides.length > 2) return null;
  const [head, tail] = sides.map((side, at) => parseSide(side, at === sides.length - 1));
  if (!head || tail === null) return null;
  if (!tail) return head.length === 8 ? head : null;
  const zeros = 8 - head.length - tail.length;
  return zeros >= 1 ? [...head, ...Array<number>(zeros).fill(0), ...tail] : null;
}

/** Groups on one side of `::`. @param isLast the side may end with an IPv4 address in place of two groups */
function parseSide(text: string, isLast: boolean): number[] | null {
  if (text === '') return [];
  const parts = text.split(':');
  const octets = isLast ? parseOctets(parts.at(-1) ?? '') : null;
  const hexadecimal = octets ? parts.slice(0, -1) : parts;
  if (!hexadecimal.every((part) => /^[\da-f]{1,4}$/i.test(part))) return null;
  const [a = 0, b = 0, c = 0, d = 0] = octets ?? [];
  return [...hexadecimal.map((part) => parseInt(part, 16)), ...(octets ? [(a << 8) | b, (c << 8) | d] : [])];
}

function prefix(groups: readonly number[], bits: number): number[] {
  return groups.map((group, at) => {
    const keptBits = Math.min(16, Math.max(0, bits - 16 * at));
    return group & (0xffff << (16 - keptBits)) & 0xffff;
  });
}

/** Compresses the first longest run of at least two zeros to `::` (RFC 5952 §4.2). */
function format(groups: readonly number[]): string {
  let [start, length] = [0, 1];
  for (let at = 0; at < 8; at++) {
    let end = at;
    while (end < 8 && groups[end] === 0) end++;
    if (end - at > length) [start, length] = [at, end - at];
  }
  const hexadecimal = groups.map((group) => group.toString(16));
  if (length < 2) return hexadecimal.join(':');
  return `${hexadecimal.slice(0, start).join(':')}::${hexadecimal.slice(start + length).join(':')}`;
}
