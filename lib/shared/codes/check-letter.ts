import { utf8 } from '../bytes';

/** Letters that are not mistaken for a digit or for each other when read or spoken. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A prime, so that every power of the weight is invertible. */
const MODULUS = 65_521;

/** Found by search: none of its powers for 17 characters is near a multiple of the number of letters. */
const WEIGHT = 42_530;

/**
 * The letter at the end of typed credentials. It changes with nearly every (23 of 24) mistyped or swapped character, so
 * that the phone finds a mistake before sending anything.
 * @param registrationIdentifier as shown, case matters
 * @param activationPassword as shown, case matters
 */
export function checkLetter(registrationIdentifier: string, activationPassword: string): string {
  let sum = 1;
  for (const byte of utf8(`${registrationIdentifier};${activationPassword}`)) sum = (sum * WEIGHT + byte) % MODULUS;
  return LETTERS.charAt(sum % LETTERS.length);
}
