import type {
  Begun,
  IdempotencyStore,
  KeptAnswer,
  KeyedRequest,
} from '../../../helpdesk/service-accounts/idempotent-requests';
import type { Prisma, PrismaClient } from '../../../generated/prisma/client';
import type { Database } from '../../database';
import { purge } from '../../purge';
import type { Sql } from '../../sql';

/** The row may end between the two statements that look for it. */
const TRIES = 3;

type Row = { fingerprint: string; answer: KeptAnswer | null };

export class PrismaIdempotencyStore implements IdempotencyStore {
  readonly #client: PrismaClient;
  readonly #sql: Sql;
  readonly #processId: number;

  constructor({ client, sql, processId }: Pick<Database, 'client' | 'sql' | 'processId'>) {
    this.#client = client;
    this.#sql = sql;
    this.#processId = processId;
  }

  async begin(
    { serviceAccountId, key, fingerprint }: KeyedRequest,
    { now, leasedUntil, keptUntil }: { now: Date; leasedUntil: Date; keptUntil: Date },
  ): Promise<Begun> {
    for (let tries = 0; tries < TRIES; tries++) {
      const rows = await this.#sql`
        INSERT INTO api_request (service_account_id, key, fingerprint, leased_until, leased_by, kept_until)
        VALUES (${serviceAccountId}, ${key}, ${fingerprint}, ${leasedUntil}::timestamptz, ${this.#processId}::int,
          ${keptUntil}::timestamptz)
        ON CONFLICT (service_account_id, key) DO UPDATE SET
          fingerprint = EXCLUDED.fingerprint, leased_until = EXCLUDED.leased_until,
          leased_by = EXCLUDED.leased_by, kept_until = EXCLUDED.kept_until, answer = NULL
        WHERE api_request.kept_until <= ${now}::timestamptz OR (api_request.answer IS NULL
          AND api_request.leased_until <= ${now}::timestamptz AND api_request.fingerprint = EXCLUDED.fingerprint)
        RETURNING 1 AS begun`;
      if (rows.length > 0) return { kind: 'begun' };
      const [row] = await this.#sql.read<Row>`
        SELECT fingerprint, answer FROM api_request WHERE service_account_id = ${serviceAccountId} AND key = ${key}`;
      if (!row) continue;
      if (row.fingerprint !== fingerprint) return { kind: 'other-request' };
      return row.answer ? { kind: 'answered', answer: row.answer } : { kind: 'under-way' };
    }
    return { kind: 'under-way' };
  }

  async finish({ serviceAccountId, key }: KeyedRequest, leasedUntil: Date, answer: KeptAnswer): Promise<void> {
    const data = { answer: answer satisfies Prisma.InputJsonValue };
    await this.#client.apiRequest.updateMany({ where: { serviceAccountId, key, leasedUntil }, data });
  }

  async release({ serviceAccountId, key }: KeyedRequest, leasedUntil: Date): Promise<void> {
    await this.#client.apiRequest.deleteMany({ where: { serviceAccountId, key, leasedUntil } });
  }

  async purge(now: Date): Promise<void> {
    await purge(this.#client, {
      table: 'api_request',
      by: 'kept_until',
      until: now,
    });
  }
}
