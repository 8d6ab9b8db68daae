import { randomText, type Random } from '../../../../shared/random';
import type { GatewayContext } from '../gateway-context';
import type { Owner } from '../gateway-store';

/** Numbers that users type at a login: 10 to 99, without leading zeroes, which people omit. */
export const LOGIN_NUMBERS: readonly string[] = Array.from({ length: 90 }, (_, index) => String(index + 10));

/** One of `LOGIN_NUMBERS`, uniformly. */
export function drawNumber(random: Random): string {
  return randomText(random, '123456789', 1) + randomText(random, '0123456789', 1);
}

/**
 * Whether a user's phones must wait before they read a challenge: `wrongNumberPauseMs` after a wrong number, doubled
 * for each further one within `wrongNumberMemoryMs`, up to `longestWrongNumberPauseMs`. Wrong numbers are signed with a
 * phone's key, so nobody else can cause a pause.
 */
export async function isPaused({ challenges, clock, settings }: GatewayContext, person: Owner): Promise<boolean> {
  const now = clock.now().getTime();
  const wrong = await challenges.wrongNumbersOf(person, new Date(now - settings.wrongNumberMemoryMs));
  const last = wrong.at(-1);
  if (!last) return false;
  const pauseMs = settings.wrongNumberPauseMs * 2 ** (wrong.length - 1);
  return now < last.getTime() + Math.min(pauseMs, settings.longestWrongNumberPauseMs);
}
