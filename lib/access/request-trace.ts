/** Where a request came from, told so that a person knows their own, and nobody learns where they live. */
export type RequestTrace = {
  /** "Firefox on Linux"; see `browserSummary`. */
  browser: string;
  /** See `shortenAddress`; null when it is not known. */
  network: string | null;
};

/** The part of a network address that says which network: the first 24 bits of IPv4, the first 48 of IPv6. */
export function shortenAddress(address: string | null): string | null {
  if (address === null) return null;
  const parts = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(address);
  if (parts) return `${parts[1]}.0/24`;
  const [groups = '', rest] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  if (!/^[\da-f:]*$/.test(groups) || !address.includes(':')) return null;
  const head = groups === '' ? [] : groups.split(':');
  // What `::` leaves out are zeros; a part behind it matters only when it reaches into the first three groups.
  const tail = rest === undefined || rest === '' ? [] : rest.split(':');
  const whole =
    rest === undefined ? head : [...head, ...Array(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail];
  return `${whole.slice(0, 3).map(withoutZeros).join(':')}::/48`;
}

function withoutZeros(group: string): string {
  return group.replace(/^0+(?=.)/, '');
}
