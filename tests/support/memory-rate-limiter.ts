import type { RateLimit, RateLimiter } from '@/lib/access/rate-limiter';
import type { Clock } from '@/lib/shared/clock';

export class MemoryRateLimiter implements RateLimiter {
  readonly #windows = new Map<string, { attempts: number; endsAt: number }>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async consume(key: string, { attempts, windowMs }: RateLimit): Promise<number> {
    const now = this.#clock.now().getTime();
    const known = this.#windows.get(key);
    const window = known && now < known.endsAt ? known : { attempts: 0, endsAt: now + windowMs };
    window.attempts += 1;
    this.#windows.set(key, window);
    return window.attempts <= attempts ? 0 : window.endsAt - now;
  }

  async giveBack(key: string): Promise<void> {
    const window = this.#windows.get(key);
    if (window) window.attempts = Math.max(0, window.attempts - 1);
  }

  async reset(key: string): Promise<void> {
    this.#windows.delete(key);
  }

  async purge(): Promise<void> {
    const now = this.#clock.now().getTime();
    for (const [key, { endsAt }] of this.#windows) if (endsAt < now) this.#windows.delete(key);
  }
}
