import type { Subject } from '../../audit/audit-event';

/** At most `attempts` in each window of `windowMs` milliseconds. */
export type RateLimit = { attempts: number; windowMs: number };

/**
 * A limit of one user, network or object, named by `key` in at most 600 characters; see `limits.ts`.
 * @property subject the user, if it is a user's
 * @property network the network, if it is a network's
 */
export type Budget = RateLimit & { key: string; subject?: Subject; network?: string | null };

/** A budget without attempts left until its window ends. */
export type UsedUp = { key: string; windowEndsAt: Date };

/** @property isFirst whether this is the window's first refusal in any replica, which the caller records */
export type Refusal = UsedUp & { isFirst: boolean };

export type RefusedAttempts = UsedUp & { attempts: number; since: Date; subject: Subject; network: string | null };

/** Counts attempts, and those that it refuses, over all replicas. */
export interface RateLimiter {
  /**
   * Takes one attempt from each budget, or from none if one is used up.
   * @returns the refusal; null if the attempt may be made
   */
  take(budgets: readonly Budget[]): Promise<Refusal | null>;
  /** Refuses from this process's cache, taking nothing. @returns null also if nothing is cached */
  refuseAtOnce(budgets: readonly Budget[]): Refusal | null;
  /** Gives one attempt back that was no guess, up to the limit. */
  giveBack(budgets: readonly Budget[]): Promise<void>;
  /** Resets the count of attempts. */
  reset(budgets: readonly Budget[]): Promise<void>;
  /** Writes this process's counts of refusals to the store. Call it at intervals and at the stop. */
  flush(): Promise<void>;
  /** Removes and returns the counts of windows that ended before `before`: each goes to one caller. */
  takeEnded(before: Date): Promise<RefusedAttempts[]>;
  /** Deletes windows that have ended. */
  purge(): Promise<void>;
}

/** PORT: stores a `RateLimiter`'s counts, shared by all replicas. */
export interface RateLimitStore {
  /**
   * Takes one attempt from each budget, or from none if one is used up.
   * @returns the first that is used up; null if the attempt may be made
   */
  take(budgets: readonly Budget[]): Promise<UsedUp | null>;
  giveBack(budgets: readonly Budget[]): Promise<void>;
  reset(budgets: readonly Budget[]): Promise<void>;
  /** Adds to the window's refusals. @returns whether they are its first */
  addRefused(attempts: RefusedAttempts): Promise<boolean>;
  takeEnded(before: Date): Promise<RefusedAttempts[]>;
  purge(): Promise<void>;
}
