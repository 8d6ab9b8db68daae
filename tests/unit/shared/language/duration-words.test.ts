import { expect, test } from 'vitest';
import { durationWords } from '@/lib/shared/language/t';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';

test.each([
  [MINUTE, '1 minute'],
  [5 * MINUTE, '5 minutes'],
  [90 * SECOND, '90 seconds'],
  [10 * SECOND, '10 seconds'],
])('a time limit of %i ms is read in whole minutes, or in seconds', (milliseconds, words) => {
  expect(durationWords(milliseconds)).toBe(words);
});
