import type { Clock } from '../../shared/time/clock';
import { SECOND } from '../../shared/time/duration';
import type { Budget, RateLimiter, RateLimitStore, RefusedAttempts, Refusal, UsedUp } from './rate-limiter';

/** How long a process caches that a budget is used up: another replica may refund attempts. */
const BELIEVED_FOR_MS = 10 * SECOND;

/** Bounds the cache against an attacker who uses up many budgets. The oldest are dropped. */
const MAXIMUM_REMEMBERED = 10_000;

type Remembered = { refused: RefusedAttempts; askAgainAt: number };

/**
 * Caches which budgets are used up, so that a refusal costs no query, and counts refusals: in this process's memory,
 * and after `flush` in the store, which sums up all replicas' counts of a window.
 */
export class CountingRateLimiter implements RateLimiter {
  readonly #store: RateLimitStore;
  readonly #clock: Clock;
  readonly #remembered = new Map<string, Remembered>();

  constructor(store: RateLimitStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  refuseAtOnce(budgets: readonly Budget[]): Refusal | null {
    const now = this.#clock.now().getTime();
    for (const { key } of budgets) {
      const remembered = this.#remembered.get(key);
      if (!remembered || now >= remembered.askAgainAt) continue;
      remembered.refused.attempts += 1;
      return { key, windowEndsAt: remembered.refused.windowEndsAt, isFirst: false };
    }
    return null;
  }

  async take(budgets: readonly Budget[]): Promise<Refusal | null> {
    const recordRefusal = this.refuseAtOnce(budgets);
    if (recordRefusal) return recordRefusal;
    const usedUp = await this.#store.take(budgets);
    const budget = usedUp && budgets.find(({ key }) => key === usedUp.key);
    return budget ? { ...usedUp, isFirst: await this.#refuse(budget, usedUp) } : null;
  }

  async giveBack(budgets: readonly Budget[]): Promise<void> {
    this.#askAgain(budgets);
    await this.#store.giveBack(budgets);
  }

  async reset(budgets: readonly Budget[]): Promise<void> {
    this.#askAgain(budgets);
    await this.#store.reset(budgets);
  }

  async flush(): Promise<void> {
    const now = this.#clock.now();
    for (const [key, { refused }] of this.#remembered) {
      await this.#flushOne(refused);
      if (refused.windowEndsAt <= now) this.#remembered.delete(key);
    }
  }

  async takeEnded(before: Date): Promise<RefusedAttempts[]> {
    return this.#store.takeEnded(before);
  }

  async purge(): Promise<void> {
    await this.#store.purge();
  }

  /** @returns whether this is the window's first refusal, in any replica */
  async #refuse({ subject = null, network = null }: Budget, { key, windowEndsAt }: UsedUp): Promise<boolean> {
    const now = this.#clock.now();
    const askAgainAt = Math.min(windowEndsAt.getTime(), now.getTime() + BELIEVED_FOR_MS);
    const remembered = this.#remembered.get(key);
    if (remembered?.refused.windowEndsAt.getTime() === windowEndsAt.getTime()) {
      remembered.refused.attempts += 1;
      remembered.askAgainAt = askAgainAt;
      return false;
    }
    const attempts: RefusedAttempts = { key, windowEndsAt, attempts: 0, since: now, subject, network };
    this.#remembered.delete(key);
    this.#remembered.set(key, { refused: attempts, askAgainAt });
    if (remembered) await this.#flushOne(remembered.refused);
    await this.#forgetOldest();
    return this.#store.addRefused({ ...attempts, attempts: 1 });
  }

  async #flushOne(refusedAttempts: RefusedAttempts): Promise<void> {
    const { attempts } = refusedAttempts;
    if (attempts === 0) return;
    refusedAttempts.attempts = 0;
    try {
      await this.#store.addRefused({ ...refusedAttempts, attempts });
    } catch (error) {
      refusedAttempts.attempts += attempts;
      throw error;
    }
  }

  async #forgetOldest(): Promise<void> {
    for (const [key, { refused }] of this.#remembered) {
      if (this.#remembered.size <= MAXIMUM_REMEMBERED) return;
      this.#remembered.delete(key);
      await this.#flushOne(refused);
    }
  }

  #askAgain(budgets: readonly Budget[]): void {
    for (const { key } of budgets) {
      const remembered = this.#remembered.get(key);
      if (remembered) remembered.askAgainAt = 0;
    }
  }
}
