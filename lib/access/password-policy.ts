import { accept, refuse, type Result } from '../shared/result';

/** In characters; NIST SP 800-63B-4 §3.1.1.2 asks for 15 where the password is the only factor. */
export const MINIMUM_PASSWORD_LENGTH = 15;

/** In characters (contract §6.1: the vendor's field takes 128). */
export const MAXIMUM_PASSWORD_LENGTH = 128;

export type PasswordRefusal = 'password-too-short' | 'password-too-long' | 'password-guessable';

/** NIST SP 800-63B-4 §3.1.1.2: length and no obvious guesses; no rules of composition. */
export function checkPassword(password: string, userId: string): Result<null, PasswordRefusal> {
  const length = Array.from(password).length;
  if (length < MINIMUM_PASSWORD_LENGTH) return refuse('password-too-short');
  if (length > MAXIMUM_PASSWORD_LENGTH) return refuse('password-too-long');
  const plain = password.toLowerCase();
  const repeats = new Set(plain).size < 5;
  return repeats || plain.includes(userId.toLowerCase()) ? refuse('password-guessable') : accept(null);
}
