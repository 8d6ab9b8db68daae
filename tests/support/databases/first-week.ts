import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Secrets } from '@/lib/config/sections/data-settings';
import type { MigrationConnection } from '@/lib/database/migration-connection';
import { repository } from '../repository';
import { migrateBefore } from './migrate-before';

/**
 * An installation of before the first release, as that version left it: the database and its secrets after the demo's week,
 * with an invitation and a role that were asked for last. The phones' devices are beside it.
 * @property madeAt the moment at which it was left
 * @property devices in the order in which they were activated; `instanceKey` in hexadecimal
 * @property tables rows as JSON of PostgreSQL
 */
export type FirstWeek = {
  madeAt: string;
  secrets: Secrets;
  password: string;
  devices: { userId: string; domain: string; instanceId: string; instanceKey: string }[];
  tables: Record<string, string[]>;
};

export function readFirstWeek(): FirstWeek {
  const file = join(repository, 'tests', 'vectors', 'first-week.json.gz');
  return JSON.parse(gunzipSync(readFileSync(file)).toString()) as FirstWeek;
}

/**
 * Makes its database again, by the migrations that it had, whose entries say what their files were.
 * @param connection of an empty database, which may turn triggers off
 */
export async function restoreFirstWeek(connection: MigrationConnection, { tables }: FirstWeek): Promise<void> {
  const applied = new Set(tables['_prisma_migrations']?.map((row) => (JSON.parse(row) as Entry).migration_name));
  await migrateBefore(connection, (name) => applied.has(name));
  await connection.exec(
    `SET session_replication_role = replica; DELETE FROM audit_head; DELETE FROM _prisma_migrations`,
  );
  for (const [table, rows] of Object.entries(tables))
    await connection.query(`INSERT INTO "${table}" SELECT * FROM json_populate_recordset(NULL::"${table}", $1::json)`, [
      `[${rows.join(',')}]`,
    ]);
  await connection.exec('SET session_replication_role = DEFAULT');
}

type Entry = { migration_name: string };
