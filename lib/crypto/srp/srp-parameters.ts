import { GROUP_2048 } from './group-2048';
import { sha256, type Hash } from '../hash';
import type { ModularExponentiation } from './modular-exponentiation';
import type { PrimeGroup } from './prime-group';

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
