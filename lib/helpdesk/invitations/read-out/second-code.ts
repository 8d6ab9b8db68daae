import { randomText, type Random } from '../../../shared/random';
import { sha256OfText } from '../../../shared/bytes';

/** Eight unambiguous characters: 39.6 random bits, against five tries. */
export type SecondCode = string & { readonly brand: 'SecondCode' };

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Ignores case, spaces and dashes. */
export function parseSecondCode(input: string): SecondCode | null {
  const code = input.replaceAll(/[\s-]/g, '').toUpperCase();
  return new RegExp(`^[${ALPHABET}]{8}$`).test(code) ? (code as SecondCode) : null;
}

export function generateSecondCode(random: Random): SecondCode {
  return randomText(random, ALPHABET, 8) as SecondCode;
}

/** As it is printed: two groups of four. */
export function formatSecondCode(code: SecondCode): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** Salted with the token, which is not stored, so that the code cannot be brute-forced from the database. */
export function secondCodeHash(token: string, code: SecondCode): Promise<string> {
  return sha256OfText(`second-code:${token}:${code}`);
}
