import { randomText, type Random } from '../../../../shared/random';
import type { GatewayContext } from '../gateway-context';
import type { Owner } from '../gateway-store';

/** What a login asks its person to type: 10 to 99, without the zero in front that people leave out. */
export const LOGIN_NUMBERS: readonly string[] = Array.from({ length: 90 }, (_, index) => String(index + 10));

/** One of `LOGIN_NUMBERS`, each as likely as every other. */
export function drawNumber(random: Random): string {
  return randomText(random, '123456789', 1) + randomText(random, '0123456789', 1);
}

/**
 * Whether a person's phones wait before they read a challenge again: after a wrong number for `wrongNumberPauseMs`, after
 * each further one within `wrongNumberMemoryMs` for twice as long as before, and never longer than
 * `longestWrongNumberPauseMs`. Wrong numbers are proved with a phone's key, so nobody else can make a person wait.
 */
export async function isPaused({ challenges, clock, settings }: GatewayContext, person: Owner): Promise<boolean> {
  const now = clock.now().getTime();
  const wrong = await challenges.wrongNumbersOf(person, new Date(now - settings.wrongNumberMemoryMs));
  const last = wrong.at(-1);
  if (!last) return false;
  const pauseMs = settings.wrongNumberPauseMs * 2 ** (wrong.length - 1);
  return now < last.getTime() + Math.min(pauseMs, settings.longestWrongNumberPauseMs);
}
