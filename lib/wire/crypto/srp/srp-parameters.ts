import { sha256, type Hash } from '../hash';
import type { ModularExponentiation } from './modular-exponentiation';

/** The 2,048-bit group of RFC 5054 appendix A. */
export const GROUP_2048: PrimeGroup = {
  N: BigInt(
    '0x' +
      'AC6BDB41324A9A9BF166DE5E1389582FAF72B6651987EE07FC3192943DB56050' +
      'A37329CBB4A099ED8193E0757767A13DD52312AB4B03310DCD7F48A9DA04FD50' +
      'E8083969EDB767B0CF6095179A163AB3661A05FBD5FAAAE82918A9962F0B93B8' +
      '55F97993EC975EEAA80D740ADBF4FF747359D041D5C33EA71D281E446B14773B' +
      'CA97B43A23FB801676BD207A436C6481F1D2B9078717461A5B9D32E688F87748' +
      '544523B524B0D57D5EA77A2775D2ECFA032CFBDBF52FB3786160279004E57AE6' +
      'AF874E7303CE53299CCC041C7BC308D82A5698F3A8D0C38271AE35F8E9DBFBB6' +
      '94B5C803D89F7AE435DE236D525F54759B65E372FCD68EF20FA7111F9E4AFF73',
  ),
  g: 2n,
  byteLength: 256,
};

/** A safe-prime group for SRP: computations are modulo `N`, `g` generates. */
export type PrimeGroup = {
  /** The group's prime. */
  readonly N: bigint;
  /** The generator; fits one byte in every group of RFC 5054. */
  readonly g: bigint;
  /** Length of `N` in bytes, which is what PAD fills up to. */
  readonly byteLength: number;
};

/** What the two sides of SRP-6a must agree on, and how powers are computed. */
export type SrpParameters = {
  readonly group: PrimeGroup;
  readonly H: Hash;
  readonly power: ModularExponentiation;
};

/** The embedded profile, RFC 5054's 2,048-bit group with SHA-256, on Web Crypto. */
export function srpParameters(power: ModularExponentiation): SrpParameters {
  return { group: GROUP_2048, H: sha256, power };
}
