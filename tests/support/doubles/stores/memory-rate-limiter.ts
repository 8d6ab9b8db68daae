import { CountingRateLimiter } from '@/lib/accounts/sign-in/counting-rate-limiter';
import type { Budget, RateLimitStore, RefusedAttempts, UsedUp } from '@/lib/accounts/sign-in/rate-limiter';
import type { Clock } from '@/lib/shared/time/clock';

/** The product's limiter over a store in memory. */
export class MemoryRateLimiter extends CountingRateLimiter {
  constructor(clock: Clock) {
    super(new MemoryRateLimitStore(clock), clock);
  }
}

export class MemoryRateLimitStore implements RateLimitStore {
  readonly #refused = new Map<string, RefusedAttempts>();
  readonly #windows = new Map<string, { attempts: number; endsAt: number }>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async take(budgets: readonly Budget[]): Promise<UsedUp | null> {
    const now = this.#clock.now().getTime();
    for (const { key, windowMs } of budgets) {
      const known = this.#windows.get(key);
      if (!known || known.endsAt <= now) this.#windows.set(key, { attempts: 0, endsAt: now + windowMs });
    }
    for (const { key, attempts } of budgets) {
      const window = this.#windows.get(key);
      if (window && window.attempts >= attempts) return { key, windowEndsAt: new Date(window.endsAt) };
    }
    for (const { key } of budgets) this.#add(key, 1);
    return null;
  }

  async giveBack(budgets: readonly Budget[]): Promise<void> {
    for (const { key } of budgets) this.#add(key, -1);
  }

  async reset(budgets: readonly Budget[]): Promise<void> {
    for (const { key } of budgets) this.#windows.delete(key);
  }

  async addRefused(refused: RefusedAttempts): Promise<boolean> {
    const id = `${refused.key} ${refused.windowEndsAt.getTime()}`;
    const known = this.#refused.get(id);
    this.#refused.set(id, { ...refused, ...known, attempts: (known?.attempts ?? 0) + refused.attempts });
    return known === undefined;
  }

  async takeEnded(before: Date): Promise<RefusedAttempts[]> {
    const ended = [...this.#refused].filter(([, { windowEndsAt }]) => windowEndsAt < before);
    for (const [id] of ended) this.#refused.delete(id);
    return ended.map(([, refused]) => refused);
  }

  async purge(): Promise<void> {
    const now = this.#clock.now().getTime();
    for (const [key, { endsAt }] of this.#windows) if (endsAt < now) this.#windows.delete(key);
  }

  #add(key: string, attempts: number): void {
    const window = this.#windows.get(key);
    if (window) window.attempts = Math.max(0, window.attempts + attempts);
  }
}
