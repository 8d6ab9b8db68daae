import type { User } from './user';

/** In characters; longer terms find nothing more. */
const MAXIMUM_TERM_LENGTH = 64;

/** Letters without a decomposition, as they are entered on other keyboards. */
const LETTERS: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

/** Letters that are also written as two: Müller, Mueller. */
const SPELLED_OUT: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

/** Folds text for the user search: lower case, without accents, `ss` for `ß`, `l` for `ł`. */
export function foldForSearch(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cs}\p{Cn}]/gu, ' ')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replaceAll(/[łøđðħŧŋıæœþ]/gu, (letter) => LETTERS[letter] ?? letter);
}

function spellOut(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[äöüøå]/gu, (letter) => SPELLED_OUT[letter] ?? letter);
}

/** The folded words of a search. */
export function searchWords(input: string): string[] {
  return foldForSearch(input)
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(shorten);
}

/**
 * The folded terms that find a user, as prefixes: user ID, mail addresses and name, whole and in parts, so that `doe`
 * finds `jane.doe`, and the name with its umlauts spelled out.
 */
export function searchTerms({
  userId,
  displayName,
  mailAddresses,
}: Pick<User, 'userId' | 'displayName' | 'mailAddresses'>): string[] {
  const words = searchWords([userId, displayName, spellOut(displayName), ...mailAddresses].join(' '));
  const parts = words.flatMap((word) => word.split(/[^\p{L}\p{N}]+/u)).filter((part) => part !== '');
  return [...new Set([...words, ...parts])];
}

function shorten(word: string): string {
  return Array.from(word).slice(0, MAXIMUM_TERM_LENGTH).join('');
}
