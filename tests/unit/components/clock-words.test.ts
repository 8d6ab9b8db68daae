import { expect, test } from 'vitest';
import { clockWords } from '@/components/phone/accounts/clock-words';

test.each([
  [0, 'This phone’s clock is right.'],
  [-1, 'This phone’s clock is right.'],
  [5, 'This phone’s clock is 5 seconds fast. That’s close enough.'],
  [
    -95,
    'This phone’s clock is 95 seconds slow. One-time passwords may be refused. Let the phone set its clock automatically.',
  ],
  [
    600,
    'This phone’s clock is 10 minutes fast. One-time passwords may be refused. Let the phone set its clock automatically.',
  ],
  ['unknown', 'The website’s clock can’t be checked right now.'],
] as const)('%s is told as "%s"', (drift, words) => {
  expect(clockWords(drift)).toBe(words);
});
