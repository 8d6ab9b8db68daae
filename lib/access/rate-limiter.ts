/** At most `attempts` in each window of `windowMs` milliseconds. */
export type RateLimit = { attempts: number; windowMs: number };

/** A limit for somebody or something. `key` says what is limited and for whom, in at most 600 characters; see `limits.ts`. */
export type Budget = RateLimit & { key: string };

/** A budget that has nothing left until its window ends. */
export type UsedUp = { key: string; windowEndsAt: Date };

/** PORT: counts attempts, for all replicas together. */
export interface RateLimiter {
  /**
   * Takes one attempt from each budget, or from none of them when one has nothing left.
   * @returns the first that has nothing left; null when the attempt may be made
   */
  take(budgets: readonly Budget[]): Promise<UsedUp | null>;
  /** Puts one attempt back: it turned out to be nobody's guess. No budget grows beyond its limit by that. */
  giveBack(budgets: readonly Budget[]): Promise<void>;
  /** Forgets the attempts counted so far. */
  reset(budgets: readonly Budget[]): Promise<void>;
  /** Forgets windows that have ended. */
  purge(): Promise<void>;
}
