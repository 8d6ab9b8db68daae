import { setTimeout as delay } from 'node:timers/promises';
import { SECOND } from '../shared/time/duration';

/**
 * When a wait counts as a hang. Every wait of a test ends with its condition; only one that never comes gets here, and
 * sooner where somebody who changes the product says so.
 */
export const HANG_MS = Number(process.env['TESSERA_TEST_HANG_SECONDS'] ?? 120) * SECOND;

/**
 * Asks until the answer is yes.
 * @param patienceMs how long
 * @throws Error naming what was waited for, when it does not come about
 */
export async function poll(what: string, isSo: () => Promise<boolean>, patienceMs = HANG_MS): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`timed out waiting for ${what}`);
    await delay(50);
  }
}
