/** Where a request comes from. */
export type RequestOrigin = { correlationId: string; address: string | null };

/** A request's origin, coarse enough that users recognize their own and others learn no location. */
export type RequestTrace = {
  /** "Firefox on Linux"; see `browserSummary`. */
  browser: string;
  /** See `shortenAddress`; null when unknown. */
  network: string | null;
};
