import { SECOND } from '../../shared/time/duration';
import type { Random } from '../../shared/random';

/** Soon after something has happened; OneSpan §4.4 recommends 2 to 5 s while the page is open. */
export const SHORTEST_PAUSE_MS = 2 * SECOND;
export const LONGEST_PAUSE_MS = 15 * SECOND;

/** A pause is this part of the silence before it, so that a step is seen late by no more than an eighth of what it took. */
const PART_OF_SILENCE = 1 / 8;

/** By what part a pause is longer by chance, so that those who began together do not ask together. */
const JITTER = 0.2;

/**
 * How long to wait before a gateway is asked about an activation again.
 * @param silenceMs since something was last seen to happen; less than nothing where a clock is behind
 * @returns milliseconds, 2,000 to 15,000
 */
export function pauseAfterSilence(silenceMs: number, random: Random): number {
  const longest = LONGEST_PAUSE_MS / (1 + JITTER);
  const pause = Math.min(Math.max(silenceMs * PART_OF_SILENCE, SHORTEST_PAUSE_MS), longest);
  const [byte = 0] = random.bytes(1);
  return Math.round(pause * (1 + (JITTER * byte) / 255));
}
