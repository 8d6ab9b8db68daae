import { pauseAfter } from '../../shared/pin-tries';
import type { UsableAccount } from '../accounts/account';

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
