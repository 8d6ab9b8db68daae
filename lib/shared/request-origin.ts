/** Where a request comes from. */
export type RequestOrigin = { correlationId: string; address: string | null };

/** Where a request came from, told so that a person knows their own, and nobody learns where they live. */
export type RequestTrace = {
  /** "Firefox on Linux"; see `browserSummary`. */
  browser: string;
  /** See `shortenAddress`; null when it is not known. */
  network: string | null;
};
