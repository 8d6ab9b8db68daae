/**
 * Yields to the event loop. Long work in many short steps needs it, because the embedded database answers without
 * leaving the current turn.
 */
export function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/** Work that is not urgent is aligned to the ticks of a process, so that its queries can be batched. */
const TICK_MS = 250;

/** @param now milliseconds since any fixed moment, the origin of all ticks @returns milliseconds, never 0 */
export function untilTickMs(now: number): number {
  return TICK_MS - (now % TICK_MS);
}
