import { randomText, type Random } from '../random';

/** Crockford's base 32: no letter that is taken for a digit. Five bits a character. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Random characters and a check character, for typing from paper. */
export function generateCheckedCode(random: Random, randomLength: number): string {
  const text = randomText(random, ALPHABET, randomLength);
  return text + checkCharacter(text);
}

/**
 * Ignores case, spaces and dashes, and reads O as 0, I and L as 1.
 * @returns null if it is mistyped, or was never a code of this length
 */
export function parseCheckedCode(input: string, randomLength: number): string | null {
  const code = input
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (!new RegExp(`^[${ALPHABET}]{${randomLength + 1}}$`).test(code)) return null;
  return checkCharacter(code.slice(0, randomLength)) === code.slice(randomLength) ? code : null;
}

/** @param groupLength in characters */
export function formatCheckedCode(code: string, groupLength: number): string {
  return code.replaceAll(new RegExp(`(.{${groupLength}})(?=.)`, 'g'), '$1-');
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
