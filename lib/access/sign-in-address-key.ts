import type { RequestOrigin } from './access-ports';

/** One count for every way to sign in. Whoever comes from an address that is not known shares one with the like. */
export function signInAddressKey({ address }: RequestOrigin): string {
  return `sign-in-address:${address ?? 'unknown'}`;
}
