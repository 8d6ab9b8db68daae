/** A safe-prime group for SRP: computations are modulo `N`, `g` generates. */
export type PrimeGroup = {
  /** The group's prime. */
  readonly N: bigint;
  /** The generator; fits one byte in every group of RFC 5054. */
  readonly g: bigint;
  /** Length of `N` in bytes, which is what PAD fills up to. */
  readonly byteLength: number;
};
