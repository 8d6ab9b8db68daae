import type { AuditEvent } from '../../../audit/audit-event';
import type { AuditTally, TalliedEvent } from '../../../audit/audit-log';
import type { PrismaClient } from '../../../generated/prisma/client';
import type { Clock } from '../../../shared/time/clock';
import { MINUTE } from '../../../shared/time/duration';
import type { AuditAppender } from '../../side-effects/append-audit-records';

const WINDOW_MS = 15 * MINUTE;

/** Records appended at a time. */
const BATCH = 200;

export class PrismaAuditTally implements AuditTally {
  readonly #client: PrismaClient;
  readonly #clock: Clock;
  readonly #appender: AuditAppender;

  constructor(client: PrismaClient, clock: Clock, appender: AuditAppender) {
    this.#client = client;
    this.#clock = clock;
    this.#appender = appender;
  }

  async count(key: string, event: TalliedEvent): Promise<void> {
    const now = this.#clock.now();
    const eventJson = JSON.stringify({ ...event, since: now.toISOString() });
    await this.#client.$executeRaw`
      INSERT INTO audit_tally (key, event, times, window_ends_at)
      VALUES (${key}, ${eventJson}::jsonb, 1, ${new Date(now.getTime() + WINDOW_MS)}::timestamptz)
      ON CONFLICT (key) DO UPDATE SET times = audit_tally.times + 1`;
  }

  async record(): Promise<void> {
    while ((await this.#recordBatch()) === BATCH);
  }

  #recordBatch(): Promise<number> {
    const now = this.#clock.now();
    return this.#client.$transaction(async (transaction) => {
      const windows = await transaction.$queryRaw<{ event: AuditEvent; times: number }[]>`
        DELETE FROM audit_tally WHERE key IN (
          SELECT key FROM audit_tally WHERE window_ends_at <= ${now}::timestamptz
          ORDER BY window_ends_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
        RETURNING event, times`;
      const events = windows.map(({ event, times }) => ({ ...event, times }) as AuditEvent);
      await this.#appender.append(transaction, events, now);
      return windows.length;
    });
  }
}
