import { HOUR, SECOND } from '../shared/time/duration';
import type { Random } from '../shared/random';

/** With the pauses below some nine hours: a mail server that fails in the evening is mended in the morning. */
export const MAXIMUM_ATTEMPTS = 20;

const FIRST_PAUSE_MS = 5 * SECOND;
const LONGEST_PAUSE_MS = HOUR;

/**
 * How long to wait after a failed try: twice as long each time, and between half and all of it by chance, so that what
 * failed together does not come back together.
 * @param attempt 1 after the first try
 * @returns milliseconds, 2,500 to 3,600,000
 */
export function pauseAfter(attempt: number, random: Random): number {
  const longest = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS);
  const [byte = 0] = random.bytes(1);
  return Math.round((longest / 2) * (1 + byte / 255));
}
