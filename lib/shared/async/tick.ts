/** What is not urgent is done at whole ticks of a process, so that the questions of many are asked together. */
export const TICK_MS = 250;

/** @param now milliseconds since any fixed moment that all ticks are counted from @returns milliseconds, 0 left out */
export function untilTickMs(now: number): number {
  return TICK_MS - (now % TICK_MS);
}
