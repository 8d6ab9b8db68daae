import { SECOND } from '../time/duration';

const PAUSE_MS = SECOND;

/**
 * Does again what has just failed, once a second, until it succeeds or `forMs` have passed. Nobody is to wait for it: a
 * process that ends meanwhile leaves it undone.
 */
export async function keepTrying(work: () => Promise<void>, forMs: number): Promise<void> {
  const end = performance.now() + forMs;
  let isDone = false;
  while (!isDone && performance.now() + PAUSE_MS < end) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS).unref());
    isDone = await work().then(
      () => true,
      () => false,
    );
  }
}
