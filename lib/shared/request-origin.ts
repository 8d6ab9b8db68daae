import { shortenAddress } from './network-address';

/**
 * Where a request comes from.
 * @property browser in words; see `browserSummary`. Not given where no browser asks
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

/** A request's origin as it is kept and shown: the address is shortened. */
export function traceOf({ browser = UNKNOWN_BROWSER, address }: RequestOrigin): RequestTrace {
  return { browser, network: shortenAddress(address) };
}
