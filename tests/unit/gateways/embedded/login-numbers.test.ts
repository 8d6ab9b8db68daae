import { expect, test } from 'vitest';
import { drawNumber, LOGIN_NUMBERS } from '@/lib/gateways/embedded/engine/challenges/login-numbers';
import { systemRandom } from '@/lib/shared/random';

test('threat: a guessed number: each of the ninety is drawn, and none more often than chance has it', () => {
  expect(LOGIN_NUMBERS).toHaveLength(90);
  expect([LOGIN_NUMBERS[0], LOGIN_NUMBERS.at(-1)]).toEqual(['10', '99']);
  const drawn = new Map(LOGIN_NUMBERS.map((number) => [number, 0]));
  for (let draw = 0; draw < 90_000; draw++) {
    const number = drawNumber(systemRandom);
    drawn.set(number, (drawn.get(number) ?? 0) + 1);
  }
  expect(drawn.size).toBe(90);
  // A thousand each: nine standard deviations to either side.
  for (const times of drawn.values()) expect(Math.abs(times - 1_000)).toBeLessThan(285);
});
