import { randomText, type Random } from '../shared/random';

/** Draws three different numbers of two digits, 10 to 99, and which of them the asking browser shows. */
export function drawNumbers(random: Random): { number: string; numbers: [string, string, string] } {
  const number = drawNumber(random);
  let [second, third] = [number, number];
  while (second === number) second = drawNumber(random);
  while (third === number || third === second) third = drawNumber(random);
  // In ascending order, so that the place of the right one says nothing.
  const [first = number, middle = second, last = third] = [number, second, third].sort();
  return { number, numbers: [first, middle, last] };
}

/** Without a zero in front, which some people would leave out when they read it aloud. */
function drawNumber(random: Random): string {
  return randomText(random, '123456789', 1) + randomText(random, '0123456789', 1);
}
