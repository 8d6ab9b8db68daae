import { expect, test } from 'vitest';
import { drawNumbers } from '@/lib/embedded-gateway/draw-numbers';
import { systemRandom } from '@/lib/shared/random';

test('three different numbers of two digits, the right one among them, in an order that does not tell it', () => {
  const places = [0, 0, 0];
  const drawn = new Set<string>();
  for (let round = 0; round < 3_000; round++) {
    const { number, numbers } = drawNumbers(systemRandom);
    for (const one of numbers) expect(one).toMatch(/^[1-9]\d$/);
    expect(new Set(numbers).size).toBe(3);
    expect(numbers).toEqual(numbers.toSorted());
    places[numbers.indexOf(number)] = (places[numbers.indexOf(number)] ?? 0) + 1;
    drawn.add(number);
  }
  expect(drawn.size).toBe(90);
  // A third each; six standard deviations of a fair draw are 155.
  for (const count of places) expect(Math.abs(count - 1_000)).toBeLessThan(155);
});
