import { shortenAddress } from './network-address';

/**
 * The origin of a request.
 * @property browser in words; see `browserSummary`. Left out if no browser sent it
 */
export type RequestOrigin = { correlationId: string; address: string | null; browser?: string };

/** A request's origin, coarse enough that users recognize their own and others learn no location. */
export type RequestTrace = {
  /** "Firefox on Linux"; see `browserSummary`. */
  browser: string;
  /** See `shortenAddress`; null when unknown. */
  network: string | null;
};

export const UNKNOWN_BROWSER = 'An unknown browser';

/** A request's origin as stored and shown: the address is shortened. */
export function traceOf({ browser = UNKNOWN_BROWSER, address }: RequestOrigin): RequestTrace {
  return { browser, network: shortenAddress(address) };
}
