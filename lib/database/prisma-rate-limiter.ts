import type { RateLimit, RateLimiter } from '../access/rate-limiter';
import type { PrismaClient } from '../generated/prisma/client';
import type { Clock } from '../shared/clock';

export class PrismaRateLimiter implements RateLimiter {
  private readonly client: PrismaClient;
  private readonly clock: Clock;

  constructor(client: PrismaClient, clock: Clock) {
    this.client = client;
    this.clock = clock;
  }

  async consume(key: string, { attempts, windowMs }: RateLimit): Promise<number> {
    const now = this.clock.now();
    const windowEndsAt = new Date(now.getTime() + windowMs);
    const [row] = await this.client.$queryRaw<{ attempts: number; window_ends_at: Date }[]>`
      INSERT INTO rate_limit (key, attempts, window_ends_at) VALUES (${key}, 1, ${windowEndsAt}::timestamptz)
      ON CONFLICT (key) DO UPDATE SET
        attempts = CASE WHEN rate_limit.window_ends_at <= ${now}::timestamptz THEN 1 ELSE rate_limit.attempts + 1 END,
        window_ends_at = CASE WHEN rate_limit.window_ends_at <= ${now}::timestamptz THEN ${windowEndsAt}::timestamptz ELSE rate_limit.window_ends_at END
      RETURNING attempts, window_ends_at`;
    if (!row) throw new TypeError('counting an attempt returned no row');
    return row.attempts <= attempts ? 0 : Math.max(1, row.window_ends_at.getTime() - now.getTime());
  }

  async giveBack(key: string): Promise<void> {
    await this.client.rateLimit.updateMany({
      where: { key, attempts: { gt: 0 } },
      data: { attempts: { decrement: 1 } },
    });
  }

  async reset(key: string): Promise<void> {
    await this.client.rateLimit.deleteMany({ where: { key } });
  }

  async purge(): Promise<void> {
    await this.client.rateLimit.deleteMany({ where: { windowEndsAt: { lt: this.clock.now() } } });
  }
}
