/** Estimate of the server's time. */
export type ServerClock = {
  /** @param serverTime ISO 8601, from the latest response */
  learn(serverTime: string): void;
  /** Milliseconds since 1970. Meaningful only after the first `learn`. */
  now(): number;
};

/**
 * Advances the server's time by a monotonic clock, which the user cannot set. Responses arrive late, never early, so
 * the largest offset ever seen is the best estimate; it also makes up for time that a sleeping machine did not count.
 * @param monotonicNow milliseconds since an arbitrary fixed moment
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
