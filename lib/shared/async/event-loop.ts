/**
 * Resolves when everybody else who waits in this process has had a turn. Long work made of many short steps needs it: the
 * embedded database answers without ever leaving the turn.
 */
export function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/** What is not urgent is done at whole ticks of a process, so that the questions of many are asked together. */
const TICK_MS = 250;

/** @param now milliseconds since any fixed moment that all ticks are counted from @returns milliseconds, 0 left out */
export function untilTickMs(now: number): number {
  return TICK_MS - (now % TICK_MS);
}
