import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  LONGEST_PAUSE_MS,
  pauseAfterSilence,
  PERSON_NEEDS_MS,
  SHORTEST_PAUSE_MS,
} from '@/lib/activation/following/schedule-poll';
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/shared/time/duration';

const drawing = (byte: number) => ({ bytes: (length: number) => new Uint8Array(length).fill(byte) });
const shortestAfter = (silenceMs: number) => pauseAfterSilence(silenceMs, drawing(0), PERSON_NEEDS_MS);
const longestAfter = (silenceMs: number) => pauseAfterSilence(silenceMs, drawing(255), PERSON_NEEDS_MS);

const silences = fc.integer({ min: -DAY, max: DAY });
const bytes = fc.integer({ min: 0, max: 255 });

describe('the pause before a gateway is asked again', () => {
  it.each([
    ['just after something has happened, which a person needs time to go on from', 0, 5_000, 6_000],
    ['after two seconds', 2 * SECOND, 3_000, 3_600],
    ['after four seconds', 4 * SECOND, 2_000, 2_400],
    ['after twelve seconds', 12 * SECOND, 2_000, 2_400],
    ['after 30 seconds', 30 * SECOND, 5_000, 6_000],
    ['after two minutes', 2 * MINUTE, 12_500, 15_000],
    ['after an hour', HOUR, 12_500, 15_000],
    ['where nothing is expected', Number.POSITIVE_INFINITY, 12_500, 15_000],
    ['where a clock is behind', -HOUR, 5_000, 6_000],
  ])('%s', (_when, silenceMs, shortest, longest) => {
    expect([shortestAfter(silenceMs), longestAfter(silenceMs)]).toEqual([shortest, longest]);
  });

  it('the pause is of two seconds from the beginning where no person is waited for', () => {
    expect([0, 4 * SECOND].map((silenceMs) => pauseAfterSilence(silenceMs, drawing(0), 0))).toEqual([2_000, 2_000]);
  });

  it('the polling pause is 2 to 15 s, plus a random fifth at most', () => {
    fc.assert(
      fc.property(silences, bytes, (silenceMs, byte) => {
        const pause = pauseAfterSilence(silenceMs, drawing(byte), PERSON_NEEDS_MS);
        expect(pause).toBeGreaterThanOrEqual(SHORTEST_PAUSE_MS);
        expect(pause).toBeLessThanOrEqual(LONGEST_PAUSE_MS);
        expect(pause).toBeGreaterThanOrEqual(shortestAfter(silenceMs));
        expect(pause).toBeLessThanOrEqual(longestAfter(silenceMs));
        expect(Math.abs(longestAfter(silenceMs) - 1.2 * shortestAfter(silenceMs))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('the polling pause never shrinks as the silence lasts, once a person had time to go on', () => {
    fc.assert(
      fc.property(silences, silences, bytes, (one, other, byte) => {
        const [sooner, later] = [Math.min(one, other), Math.max(one, other)].map((at) => Math.max(at, 3 * SECOND));
        const [first, second] = [sooner, later].map((at = 0) => pauseAfterSilence(at, drawing(byte), PERSON_NEEDS_MS));
        expect(first).toBeLessThanOrEqual(second ?? 0);
      }),
    );
  });
});
