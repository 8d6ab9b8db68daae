import { setTimeout as delay } from 'node:timers/promises';
import { MINUTE } from '../../lib/shared/time/duration';

/** When a wait counts as a hang. Every wait of a test ends with its condition; only one that never comes gets here. */
export const HANG_MS = 2 * MINUTE;

/**
 * Asks until the answer is yes.
 * @throws Error naming what was waited for, when it does not come about
 */
export async function poll(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + HANG_MS;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await delay(50);
  }
}
