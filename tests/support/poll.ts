import { setTimeout as delay } from 'node:timers/promises';

/**
 * Asks until the answer is yes.
 * @throws Error naming what was waited for, when it has not come about in time
 */
export async function poll(what: string, timeoutMs: number, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await delay(50);
  }
}
