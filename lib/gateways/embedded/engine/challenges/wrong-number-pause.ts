import type { GatewayContext } from '../gateway-context';
import type { Owner } from '../gateway-store';

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
