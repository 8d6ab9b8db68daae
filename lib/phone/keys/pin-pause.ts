import { SECOND } from '../../shared/time/duration';
import type { UsableAccount } from '../accounts/account';

/** By tries left: the pause before the next one, which grows, so that a slip of the finger costs little and guessing much. */
const PAUSES = [0, 20 * SECOND, 10 * SECOND, 5 * SECOND, 2 * SECOND];

/** @param triesLeft after a wrong PIN */
export function pauseAfter(triesLeft: number): number {
  return PAUSES[triesLeft] ?? 0;
}

/**
 * When the next PIN may be tried: milliseconds since 1970, in the past if now. A phone's clock that was set back does not
 * prolong the pause.
 */
export function pauseEnd(
  { triesLeft, mayTryAt = 0 }: Pick<UsableAccount, 'triesLeft' | 'mayTryAt'>,
  now: number,
): number {
  return Math.min(mayTryAt, now + pauseAfter(triesLeft));
}
