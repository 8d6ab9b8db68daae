import type { PrismaClient } from '../generated/prisma/client';
import { VERSION } from '../shared/version';
import type { MigrationConnection } from './migration-connection';

/** Notes that this version serves the database from now on. */
export async function noteVersion(client: PrismaClient, now: Date, version = VERSION): Promise<void> {
  await client.$executeRaw`
    INSERT INTO site_version (version, first_started_at, last_started_at) VALUES (${version}, ${now}, ${now})
    ON CONFLICT (version) DO UPDATE SET last_started_at = EXCLUDED.last_started_at`;
}

/** The version that was started last; null where none has noted itself. Changes nothing. */
export async function findLastVersion(connection: MigrationConnection): Promise<string | null> {
  if (!(await hasTable(connection, 'site_version'))) return null;
  const [last] = await connection.query<{ version: string }>(
    'SELECT version FROM site_version ORDER BY last_started_at DESC LIMIT 1',
  );
  return last?.version ?? null;
}

export async function hasTable(connection: MigrationConnection, name: string): Promise<boolean> {
  const [table] = await connection.query<{ isThere: boolean }>(`SELECT to_regclass($1) IS NOT NULL AS "isThere"`, [
    name,
  ]);
  return table?.isThere === true;
}
