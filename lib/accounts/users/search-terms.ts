import type { User } from './user';

/** In characters; longer terms find nothing more. */
const MAXIMUM_TERM_LENGTH = 64;

/** Folds text for the user search: lower case, without accents, `ss` for `ß`. */
export function foldForSearch(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cs}\p{Cn}]/gu, ' ')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase();
}

/** The folded words of a search. */
export function searchWords(typed: string): string[] {
  return foldForSearch(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(shorten);
}

/**
 * The folded terms that a user is found by, as prefixes: user ID, mail addresses and name, whole and in parts, so that
 * `doe` finds `jane.doe`.
 */
export function searchTerms({
  userId,
  displayName,
  mailAddresses,
}: Pick<User, 'userId' | 'displayName' | 'mailAddresses'>): string[] {
  const words = searchWords([userId, displayName, ...mailAddresses].join(' '));
  const parts = words.flatMap((word) => word.split(/[^\p{L}\p{N}]+/u)).filter((part) => part !== '');
  return [...new Set([...words, ...parts])];
}

function shorten(word: string): string {
  return Array.from(word).slice(0, MAXIMUM_TERM_LENGTH).join('');
}
