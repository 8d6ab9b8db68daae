import type { Budget, RateLimitStore, RefusedAttempts, UsedUp } from '../../../accounts/sign-in/rate-limiter';
import { Prisma, type PrismaClient } from '../../../generated/prisma/client';
import type { Database } from '../../database';
import { purge } from '../../purge';
import type { Sql } from '../../sql';
import type { Clock } from '../../../shared/time/clock';

type EndedRow = Row & {
  since: Date;
  subject_user_id: string | null;
  subject_domain: string | null;
  network: string | null;
};

type Row = { key: string; attempts: number; window_ends_at: Date };

export class PrismaRateLimitStore implements RateLimitStore {
  readonly #client: PrismaClient;
  readonly #sql: Sql;
  readonly #clock: Clock;

  constructor({ client, sql }: Pick<Database, 'client' | 'sql'>, clock: Clock) {
    this.#client = client;
    this.#sql = sql;
    this.#clock = clock;
  }

  /** One statement, and a second that returns the attempts when a budget is exhausted. */
  async take(budgets: readonly Budget[]): Promise<UsedUp | null> {
    const now = this.#clock.now();
    // A fixed order prevents deadlocks between statements.
    const ordered = inOrder(budgets);
    const keys = ordered.map(({ key }) => key);
    const ends = ordered.map(({ windowMs }) => new Date(now.getTime() + windowMs).toISOString());
    const rows = await this.#sql<Row>`
      INSERT INTO rate_limit (key, attempts, window_ends_at)
      SELECT key, 1, ends_at::timestamptz FROM unnest(${keys}::text[], ${ends}::text[]) AS budget (key, ends_at)
      ON CONFLICT (key) DO UPDATE SET
        attempts = CASE WHEN rate_limit.window_ends_at <= ${now}::timestamptz THEN 1 ELSE rate_limit.attempts + 1 END,
        window_ends_at = CASE WHEN rate_limit.window_ends_at <= ${now}::timestamptz THEN EXCLUDED.window_ends_at ELSE rate_limit.window_ends_at END
      RETURNING key, attempts, window_ends_at`;
    const rowsByKey = new Map(rows.map((row) => [row.key, row]));
    for (const { key, attempts } of budgets) {
      const row = rowsByKey.get(key);
      if (!row) throw new TypeError('counting an attempt returned no row');
      if (row.attempts <= attempts) continue;
      await this.#takeBack(rows);
      return { key, windowEndsAt: row.window_ends_at };
    }
    return null;
  }

  async giveBack(budgets: readonly Budget[]): Promise<void> {
    await this.#client.rateLimit.updateMany({
      where: { key: { in: budgets.map(({ key }) => key) }, attempts: { gt: 0 } },
      data: { attempts: { decrement: 1 } },
    });
  }

  async reset(budgets: readonly Budget[]): Promise<void> {
    await this.#client.rateLimit.deleteMany({ where: { key: { in: budgets.map(({ key }) => key) } } });
  }

  async addRefused({ key, windowEndsAt, attempts, since, subject, network }: RefusedAttempts): Promise<boolean> {
    const [subjectUserId, subjectDomain] = subject ? [subject.userId, subject.domain] : [null, null];
    const [row] = await this.#client.$queryRaw<{ attempts: number }[]>`
      INSERT INTO refused_attempts (key, window_ends_at, attempts, since, subject_user_id, subject_domain, network)
      VALUES (${key}, ${windowEndsAt}::timestamptz, ${attempts}, ${since}::timestamptz, ${subjectUserId}, ${subjectDomain}, ${network})
      ON CONFLICT (key, window_ends_at) DO UPDATE SET attempts = refused_attempts.attempts + EXCLUDED.attempts
      RETURNING attempts`;
    return row?.attempts === attempts;
  }

  async takeEnded(before: Date): Promise<RefusedAttempts[]> {
    const rows = await this.#client.$queryRaw<EndedRow[]>`
      DELETE FROM refused_attempts WHERE window_ends_at < ${before}::timestamptz
      RETURNING key, window_ends_at, attempts, since, subject_user_id, subject_domain, network`;
    return rows.map(({ key, window_ends_at, attempts, since, subject_user_id, subject_domain, network }) => {
      const isSomebodys = subject_user_id !== null && subject_domain !== null;
      const subject = isSomebodys ? { userId: subject_user_id, domain: subject_domain } : null;
      return { key, windowEndsAt: window_ends_at, attempts, since, subject, network };
    });
  }

  async purge(): Promise<void> {
    await purge(this.#client, {
      table: 'rate_limit',
      by: 'window_ends_at',
      before: this.#clock.now(),
    });
  }

  /** Only if the window is still the one that was counted in. */
  async #takeBack(rows: Row[]): Promise<void> {
    const rowsByKey = rows.map((row) => Prisma.sql`(${row.key}, ${row.window_ends_at}::timestamptz)`);
    await this.#client.$executeRaw`
      UPDATE rate_limit SET attempts = attempts - 1
      WHERE attempts > 0 AND (key, window_ends_at) IN (VALUES ${Prisma.join(rowsByKey)})`;
  }
}

function inOrder(budgets: readonly Budget[]): Budget[] {
  return [...budgets].sort((a, b) => (a.key < b.key ? -1 : 1));
}
