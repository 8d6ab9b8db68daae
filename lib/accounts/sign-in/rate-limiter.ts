import type { Subject } from '../../audit/audit-event';

/** At most `attempts` in each window of `windowMs` milliseconds. */
export type RateLimit = { attempts: number; windowMs: number };

/**
 * A limit for somebody or something. `key` says what is limited and for whom, in at most 600 characters; see `limits.ts`.
 * @property subject whose it is, where it is somebody's
 * @property network which network's, where it is one's
 */
export type Budget = RateLimit & { key: string; subject?: Subject; network?: string | null };

/** A budget that has nothing left until its window ends. */
export type UsedUp = { key: string; windowEndsAt: Date };

/** @property isFirst whether nobody was refused in this window before, in any replica: only then is there something to record */
export type Refusal = UsedUp & { isFirst: boolean };

/** How many attempts were refused in one window. */
export type RefusedAttempts = UsedUp & { attempts: number; since: Date; subject: Subject; network: string | null };

/** Counts attempts, for all replicas together, and those that it refuses. */
export interface RateLimiter {
  /**
   * Takes one attempt from each budget, or from none of them when one has nothing left.
   * @returns why the attempt may not be made; null when it may
   */
  take(budgets: readonly Budget[]): Promise<Refusal | null>;
  /** As `take`, from this process's memory alone and taking nothing. @returns null also where it would have to ask */
  refuseAtOnce(budgets: readonly Budget[]): Refusal | null;
  /** Puts one attempt back: it turned out to be nobody's guess. No budget grows beyond its limit by that. */
  giveBack(budgets: readonly Budget[]): Promise<void>;
  /** Forgets the attempts counted so far. */
  reset(budgets: readonly Budget[]): Promise<void>;
  /** Brings what this process has refused to where all replicas count. To be called now and then, and at the end. */
  flush(): Promise<void>;
  /** Takes out the counts of windows that ended before `before`: each is answered once, to whoever asks. */
  takeEnded(before: Date): Promise<RefusedAttempts[]>;
  /** Forgets windows that have ended. */
  purge(): Promise<void>;
}

/** PORT: where a `RateLimiter` counts, for all replicas together. */
export interface RateLimitStore {
  /**
   * Takes one attempt from each budget, or from none of them when one has nothing left.
   * @returns the first that has nothing left; null when the attempt may be made
   */
  take(budgets: readonly Budget[]): Promise<UsedUp | null>;
  giveBack(budgets: readonly Budget[]): Promise<void>;
  reset(budgets: readonly Budget[]): Promise<void>;
  /** Adds to what was refused in the window. @returns whether they are its first */
  addRefused(refused: RefusedAttempts): Promise<boolean>;
  takeEnded(before: Date): Promise<RefusedAttempts[]>;
  purge(): Promise<void>;
}
