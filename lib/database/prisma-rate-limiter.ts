import type { Budget, RateLimiter, UsedUp } from '../access/rate-limiter';
import { Prisma, type PrismaClient } from '../generated/prisma/client';
import type { Clock } from '../shared/clock';

type Row = { key: string; attempts: number; window_ends_at: Date };

export class PrismaRateLimiter implements RateLimiter {
  private readonly client: PrismaClient;
  private readonly clock: Clock;

  constructor(client: PrismaClient, clock: Clock) {
    this.client = client;
    this.clock = clock;
  }

  /** One statement, and a second one that takes it back when there is nothing left. */
  async take(budgets: readonly Budget[]): Promise<UsedUp | null> {
    const now = this.clock.now();
    // In one order for everybody, so that no two statements wait for each other's rows.
    const values = inOrder(budgets).map(
      ({ key, windowMs }) => Prisma.sql`(${key}, 1, ${new Date(now.getTime() + windowMs)}::timestamptz)`,
    );
    const rows = await this.client.$queryRaw<Row[]>`
      INSERT INTO rate_limit (key, attempts, window_ends_at) VALUES ${Prisma.join(values)}
      ON CONFLICT (key) DO UPDATE SET
        attempts = CASE WHEN rate_limit.window_ends_at <= ${now}::timestamptz THEN 1 ELSE rate_limit.attempts + 1 END,
        window_ends_at = CASE WHEN rate_limit.window_ends_at <= ${now}::timestamptz THEN EXCLUDED.window_ends_at ELSE rate_limit.window_ends_at END
      RETURNING key, attempts, window_ends_at`;
    const counted = new Map(rows.map((row) => [row.key, row]));
    for (const { key, attempts } of budgets) {
      const row = counted.get(key);
      if (!row) throw new TypeError('counting an attempt returned no row');
      if (row.attempts <= attempts) continue;
      await this.takeBack(rows);
      return { key, windowEndsAt: row.window_ends_at };
    }
    return null;
  }

  async giveBack(budgets: readonly Budget[]): Promise<void> {
    await this.client.rateLimit.updateMany({
      where: { key: { in: budgets.map(({ key }) => key) }, attempts: { gt: 0 } },
      data: { attempts: { decrement: 1 } },
    });
  }

  async reset(budgets: readonly Budget[]): Promise<void> {
    await this.client.rateLimit.deleteMany({ where: { key: { in: budgets.map(({ key }) => key) } } });
  }

  async purge(): Promise<void> {
    await this.client.rateLimit.deleteMany({ where: { windowEndsAt: { lt: this.clock.now() } } });
  }

  /** Only where the window is still the one that was counted in. */
  private async takeBack(rows: Row[]): Promise<void> {
    const counted = rows.map((row) => Prisma.sql`(${row.key}, ${row.window_ends_at}::timestamptz)`);
    await this.client.$executeRaw`
      UPDATE rate_limit SET attempts = attempts - 1
      WHERE attempts > 0 AND (key, window_ends_at) IN (VALUES ${Prisma.join(counted)})`;
  }
}

function inOrder(budgets: readonly Budget[]): Budget[] {
  return [...budgets].sort((a, b) => (a.key < b.key ? -1 : 1));
}
