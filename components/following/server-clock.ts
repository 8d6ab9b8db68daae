/** The server's time as well as this page can know it. */
export type ServerClock = {
  /** @param serverTime ISO 8601, as the server has just said it */
  learn(serverTime: string): void;
  /** Milliseconds since 1970. Only meaningful once something was learned. */
  now(): number;
};

/**
 * Counts on from what the server said with a clock that nobody can set. An answer is always a little late, never early,
 * so the largest difference ever seen is the best one; that also puts right what a sleeping machine failed to count.
 * @param monotonicNow milliseconds since any fixed moment
 */
export function createServerClock(monotonicNow: () => number): ServerClock {
  let offset = Number.NEGATIVE_INFINITY;
  return {
    learn(serverTime) {
      offset = Math.max(offset, Date.parse(serverTime) - monotonicNow());
    },
    now: () => offset + monotonicNow(),
  };
}
