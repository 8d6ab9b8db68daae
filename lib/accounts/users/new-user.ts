import { hasOneScriptAWord } from '../../shared/text/scripts';
import { hasUnseen, toOneLine } from '../../shared/text/one-line';
import { MAXIMUM_USER_ID_LENGTH, normalizeUserId } from './user';

/** In characters. */
export const MAXIMUM_NAME_LENGTH = 100;

/**
 * What a new user ID must not have: spaces, a semicolon, which an activation image cannot hold, invisible characters,
 * and combining marks without a letter or stacked on one. Existing accounts keep theirs.
 */
const NOT_IN_IDS = /[\p{Z}\s;\p{C}\p{Default_Ignorable_Code_Point}\u{fffd}]|^\p{M}|\p{M}{5}/u;

/**
 * The user ID of a new account: normalised (NFKC), so that equal IDs are equal, and each word in one script, so that
 * invisible, bidirectional or mixed letters cannot imitate another. `skeletonOf` finds those that only look alike.
 * @returns null if it is not valid
 */
export function parseNewUserId(input: string): string | null {
  const userId = normalizeUserId(normalizeUserId(input).normalize('NFKC')).normalize('NFKC');
  if (userId === '' || userId.length > MAXIMUM_USER_ID_LENGTH) return null;
  return NOT_IN_IDS.test(userId) || !hasOneScriptAWord(userId) ? null : userId;
}

/** The name of a user, on one line and each word in one script. @returns null if it is not valid */
export function parseDisplayName(input: string): string | null {
  const name = toOneLine(input).normalize('NFKC');
  if (name === '' || Array.from(name).length > MAXIMUM_NAME_LENGTH) return null;
  return hasUnseen(name) || !hasOneScriptAWord(name) ? null : name;
}
