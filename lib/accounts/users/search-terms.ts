import type { User } from './user';

/** In characters; more tells nothing and costs space. */
const MAXIMUM_TERM_LENGTH = 64;

/** What is compared when people are looked for: lower case, without accents, and `ss` for `ß`. */
export function foldForSearch(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cs}\p{Cn}]/gu, ' ')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase();
}

/** The words of a typed text, as they are compared. */
export function searchWords(typed: string): string[] {
  return foldForSearch(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(shorten);
}

/**
 * What a person is found by when one's words begin with it: user ID, mail addresses and name, whole and in their parts,
 * so that `doe` finds `jane.doe`.
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
