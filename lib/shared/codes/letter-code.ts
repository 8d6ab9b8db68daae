import { base64UrlFromBytes, utf8 } from '../bytes';
import { randomText, type Random } from '../random';

/**
 * A link to type, from a letter or from a mail without links: 14 random characters (70 bits) and a check character. The link's token is derived from it, so
 * that nothing more is stored, and a code opens what the link opens, under the same limits.
 */
export type LetterCode = string & { readonly brand: 'LetterCode' };

/** Crockford's base 32: no letter that is taken for a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_LENGTH = 14;

/** Slows down whoever reads hashes of tokens in the database, and costs the site some 30 ms for each typed code. */
const ITERATIONS = 100_000;

export function generateLetterCode(random: Random): LetterCode {
  const text = randomText(random, ALPHABET, RANDOM_LENGTH);
  return (text + checkCharacter(text)) as LetterCode;
}

/** Ignores case, spaces and dashes, and reads O as 0, I and L as 1. @returns null if it is mistyped */
export function parseLetterCode(typed: string): LetterCode | null {
  const code = typed
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (!new RegExp(`^[${ALPHABET}]{${RANDOM_LENGTH + 1}}$`).test(code)) return null;
  return checkCharacter(code.slice(0, RANDOM_LENGTH)) === code.slice(RANDOM_LENGTH) ? (code as LetterCode) : null;
}

/** As it is printed: three groups of five. */
export function formatLetterCode(code: LetterCode): string {
  return code.replaceAll(/(.{5})(?=.)/g, '$1-');
}

/** @returns the token of the link that the code stands for, in base64url */
export async function tokenOfCode(code: LetterCode): Promise<string> {
  const secret = await crypto.subtle.importKey('raw', utf8(code), 'PBKDF2', false, ['deriveBits']);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt: utf8('tessera letter code'), iterations: ITERATIONS };
  return base64UrlFromBytes(new Uint8Array(await crypto.subtle.deriveBits(parameters, secret, 256)));
}

/** Luhn's, modulo 32: finds every mistyped character and nearly every swapped pair. */
function checkCharacter(text: string): string {
  let sum = 0;
  for (const [index, character] of Array.from(text).toReversed().entries()) {
    const addend = ALPHABET.indexOf(character) * (index % 2 === 0 ? 2 : 1);
    sum += Math.floor(addend / ALPHABET.length) + (addend % ALPHABET.length);
  }
  return ALPHABET.charAt((ALPHABET.length - (sum % ALPHABET.length)) % ALPHABET.length);
}
