import { describe, expect, it } from 'vitest';
import { MAXIMUM_ATTEMPTS, pauseAfter } from '@/lib/messaging/send-due-messages';
import { HOUR } from '@/lib/shared/time/duration';

const drawing = (byte: number) => ({ bytes: (length: number) => new Uint8Array(length).fill(byte) });

describe('the pause after a failed try', () => {
  it.each([
    [1, 2_500, 5_000],
    [2, 5_000, 10_000],
    [10, 1_280_000, 2_560_000],
    [11, 1_800_000, 3_600_000],
    [MAXIMUM_ATTEMPTS, 1_800_000, HOUR],
  ])('the pause after failed try %i grows within bounds, half of it at random', (attempt, shortest, longest) => {
    expect(pauseAfter(attempt, drawing(0))).toBe(shortest);
    expect(pauseAfter(attempt, drawing(255))).toBe(longest);
  });
});
