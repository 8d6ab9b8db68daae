import type { RequestOrigin } from './access-ports';

/** Whoever comes from an address that is not known shares one count with the like. */
export function phoneSignInAddressKey({ address }: RequestOrigin): string {
  return `phone-sign-in-address:${address ?? 'unknown'}`;
}
