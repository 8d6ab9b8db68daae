import type { PhoneCheckStore } from '../../../helpdesk/desk/checks/phone-check-ports';
import type { PhoneCheckCode, PhoneReport } from '../../../shared/phone-check';
import type { PrismaClient } from '../../../generated/prisma/client';
import type { Database } from '../../database';
import { purge } from '../../purge';
import type { Sql } from '../../sql';

export class PrismaPhoneCheckStore implements PhoneCheckStore {
  readonly #client: PrismaClient;
  readonly #sql: Sql;

  constructor({ client, sql }: Pick<Database, 'client' | 'sql'>) {
    this.#client = client;
    this.#sql = sql;
  }

  async keep(code: PhoneCheckCode, report: PhoneReport, expiresAt: Date): Promise<boolean> {
    const kept = await this.#sql`
      INSERT INTO phone_check (code, report, expires_at)
      VALUES (${code}, ${JSON.stringify(report)}::jsonb, ${expiresAt}::timestamptz)
      ON CONFLICT DO NOTHING RETURNING code`;
    return kept.length === 1;
  }

  async find(code: PhoneCheckCode, now: Date): Promise<PhoneReport | null> {
    const [row] = await this.#sql.read<{ report: PhoneReport }>`
      SELECT report FROM phone_check WHERE code = ${code} AND expires_at > ${now}::timestamptz`;
    return row?.report ?? null;
  }

  async purge(now: Date): Promise<void> {
    await purge(this.#client, {
      table: 'phone_check',
      by: 'expires_at',
      until: now,
    });
  }
}
