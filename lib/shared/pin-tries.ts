import { SECOND } from './time/duration';

/** Wrong PINs that an account stands, on the phone and of a copy at the gateway. */
export const PIN_TRIES = 5;

/** By tries left: the pause before the next one, which grows, so that a slip of the finger costs little and guessing much. */
const PAUSES = [0, 20 * SECOND, 10 * SECOND, 5 * SECOND, 2 * SECOND];

/** In milliseconds. @param triesLeft after a wrong PIN */
export function pauseAfter(triesLeft: number): number {
  return PAUSES[triesLeft] ?? 0;
}
