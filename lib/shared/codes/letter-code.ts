import { base64UrlFromBytes, utf8 } from '../bytes';
import type { Random } from '../random';
import { formatCheckedCode, generateCheckedCode, parseCheckedCode } from './checked-code';

/**
 * A link to type, from a letter or from a mail without links: 14 random characters (70 bits) and a check character. The
 * link's token is derived from it, so that nothing more is stored, and a code opens what the link opens, under the same
 * limits.
 */
export type LetterCode = string & { readonly brand: 'LetterCode' };

const RANDOM_LENGTH = 14;

/** Slows down guessing from stolen hashes of tokens, and costs the site some 30 ms for each entered code. */
const ITERATIONS = 100_000;

export function generateLetterCode(random: Random): LetterCode {
  return generateCheckedCode(random, RANDOM_LENGTH) as LetterCode;
}

/** @returns null if it is mistyped; see `parseCheckedCode` */
export function parseLetterCode(input: string): LetterCode | null {
  return parseCheckedCode(input, RANDOM_LENGTH) as LetterCode | null;
}

/** As printed: three groups of five. */
export function formatLetterCode(code: LetterCode): string {
  return formatCheckedCode(code, 5);
}

/** @returns the token of the link that the code stands for, in base64url */
export async function tokenOfCode(code: LetterCode): Promise<string> {
  const secret = await crypto.subtle.importKey('raw', utf8(code), 'PBKDF2', false, ['deriveBits']);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt: utf8('tessera letter code'), iterations: ITERATIONS };
  return base64UrlFromBytes(new Uint8Array(await crypto.subtle.deriveBits(parameters, secret, 256)));
}
