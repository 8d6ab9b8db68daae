import { utf8 } from '../bytes';

/** Letters that cannot be mistaken for a digit or for one another when read or spoken. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A prime, so that no power of the weight is lost in it. */
const MODULUS = 65_521;

/** Found by trial: no power of it that 17 characters need is near a multiple of the number of letters. */
const WEIGHT = 42_530;

/**
 * The letter that ends typed credentials: it changes for nearly every (23 of 24) mistyped or swapped character, so that
 * a mistake is found on the phone before anything is sent.
 * @param registrationIdentifier as shown, case matters
 * @param activationPassword as shown, case matters
 */
export function checkLetter(registrationIdentifier: string, activationPassword: string): string {
  let sum = 1;
  for (const byte of utf8(`${registrationIdentifier};${activationPassword}`)) sum = (sum * WEIGHT + byte) % MODULUS;
  return LETTERS.charAt(sum % LETTERS.length);
}
