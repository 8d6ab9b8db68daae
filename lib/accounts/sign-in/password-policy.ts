import { accept, refuse, type Result } from '../../shared/result';
import { normalizeUserId, type User } from '../users/user';

/** PORT: estimates whether an attacker who tries likely passwords first guesses a password. */
export interface PasswordEstimator {
  /**
   * @param password 1 to 128 characters
   * @param words that an attacker would try for this user: user ID, name and mail addresses
   */
  isGuessable(password: string, words: readonly string[]): Promise<boolean>;
}

/** In characters; NIST SP 800-63B-4 §3.1.1.2 asks for 15 where the password is the only factor. */
export const MINIMUM_PASSWORD_LENGTH = 15;

/** In characters (OneSpan §6.1: the vendor's field takes 128). */
export const MAXIMUM_PASSWORD_LENGTH = 128;

export type PasswordRefusal = 'password-too-short' | 'password-too-long' | 'password-guessable';

/**
 * NIST SP 800-63B-4 §3.1.1.2: a length, no common or expected passwords, nothing made of the user's own name, and no
 * rules of composition.
 */
export async function checkPassword(
  estimator: PasswordEstimator,
  password: string,
  { userId, displayName, mailAddresses }: Pick<User, 'userId' | 'displayName' | 'mailAddresses'>,
): Promise<Result<null, PasswordRefusal>> {
  const length = Array.from(password).length;
  if (length < MINIMUM_PASSWORD_LENGTH) return refuse('password-too-short');
  if (length > MAXIMUM_PASSWORD_LENGTH) return refuse('password-too-long');
  const holdsUserId = normalizeUserId(password).includes(normalizeUserId(userId));
  const words = [userId, displayName, ...mailAddresses];
  return holdsUserId || (await estimator.isGuessable(password, words)) ? refuse('password-guessable') : accept(null);
}
