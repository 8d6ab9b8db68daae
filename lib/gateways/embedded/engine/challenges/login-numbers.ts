import { randomText, type Random } from '../../../../shared/random';

/** What a login asks its person to type: 10 to 99, without the zero in front that people leave out. */
export const LOGIN_NUMBERS: readonly string[] = Array.from({ length: 90 }, (_, index) => String(index + 10));

/** One of `LOGIN_NUMBERS`, each as likely as every other. */
export function drawNumber(random: Random): string {
  return randomText(random, '123456789', 1) + randomText(random, '0123456789', 1);
}
