/** A host of the environment as an address has it: IPv6 in brackets (RFC 3986 §3.2.2), which may be given too. */
export function hostInUrl(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}

/** The host of an address without the brackets of IPv6, as a connection takes it. */
export function withoutBrackets(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1');
}

/** Whether a host stands for all of this machine's addresses, which nobody can connect to by it. */
export function isEveryAddress(host: string): boolean {
  return ['0.0.0.0', '[::]'].includes(new URL(`http://${hostInUrl(host)}`).hostname);
}
