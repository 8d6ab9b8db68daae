import type { Budget, RateLimiter, UsedUp } from '@/lib/access/rate-limiter';
import type { Clock } from '@/lib/shared/clock';

export class MemoryRateLimiter implements RateLimiter {
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

  async purge(): Promise<void> {
    const now = this.#clock.now().getTime();
    for (const [key, { endsAt }] of this.#windows) if (endsAt < now) this.#windows.delete(key);
  }

  #add(key: string, attempts: number): void {
    const window = this.#windows.get(key);
    if (window) window.attempts = Math.max(0, window.attempts + attempts);
  }
}
