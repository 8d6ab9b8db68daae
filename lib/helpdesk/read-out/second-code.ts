import type { Sha256 } from '../../shared/identifiers/phone-sign-in-id';
import { randomText, type Random } from '../../shared/random';
import type { LinkToken } from '../invitations/invitation-link';

/** Eight characters, none of which look alike: 39.6 random bits, against five tries. */
export type SecondCode = string & { readonly brand: 'SecondCode' };

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Reads a typed code: case, spaces and dashes do not count. */
export function parseSecondCode(typed: string): SecondCode | null {
  const code = typed.replaceAll(/[\s-]/g, '').toUpperCase();
  return new RegExp(`^[${ALPHABET}]{8}$`).test(code) ? (code as SecondCode) : null;
}

export function generateSecondCode(random: Random): SecondCode {
  return randomText(random, ALPHABET, 8) as SecondCode;
}

/** As it is printed: two groups of four. */
export function formatSecondCode(code: SecondCode): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** Taken together with the token, which is kept nowhere: whoever reads the database cannot try all codes. */
export function secondCodeHash(token: LinkToken, code: SecondCode, sha256: Sha256): Promise<string> {
  return sha256(`second-code:${token}:${code}`);
}
