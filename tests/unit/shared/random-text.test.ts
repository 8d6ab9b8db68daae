import { describe, expect, it } from 'vitest';
import { generateActivationId } from '@/lib/shared/identifiers/activation-id';
import { randomText, systemRandom, type Random } from '@/lib/shared/random';

/** Gives every byte value in turn. */
function countingRandom(): Random {
  let next = 0;
  return { bytes: (length) => Uint8Array.from({ length }, () => (next += 1) & 0xff) };
}

describe('random text', () => {
  it('every character is equally likely, also when the alphabet does not divide 256', () => {
    const alphabet = 'abcdefghijklmnopqrstuvwxyz01234'; // 31
    const counts = new Map<string, number>();
    for (const character of randomText(countingRandom(), alphabet, 31 * 100))
      counts.set(character, (counts.get(character) ?? 0) + 1);
    expect([...counts.values()]).toEqual(Array.from({ length: 31 }, () => 100));
  });

  it('a random text has the requested length and alphabet', () => {
    expect(randomText(systemRandom, 'xyz', 1_000)).toMatch(/^[xyz]{1000}$/);
    expect(randomText(systemRandom, 'xyz', 0)).toBe('');
  });

  it('a generated identifier has 128 bits', () => {
    expect(generateActivationId({ bytes: (length) => new Uint8Array(length).fill(0xab) })).toBe(
      `act-${'ab'.repeat(16)}`,
    );
  });
});
