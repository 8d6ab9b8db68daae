import { findMissing, type MissingMigration } from '../../../database/migrate';
import { readEffects } from '../../../database/migration-effects';
import type { MigrationConnection } from '../../../database/migration-connection';
import { isContract, runsWithout } from '../../../database/migration-name';
import { findLastVersion, hasTable } from '../../../database/site-versions';
import { failed, ok, warning, type Finding } from '../finding';

/** From so many rows on writers may notice that each of them is read: PostgreSQL reads some million of them in a second. */
const MANY_ROWS = 500_000;

/** What a start of this version would do to the schema. @throws ConfigurationError when a newer one has taken away what it reads */
export async function migrationFinding(connection: MigrationConnection, folder: string): Promise<Finding> {
  const missing = await findMissing(connection, folder);
  if (missing.length === 0) return ok('none is pending');
  if (!(await hasTable(connection, '_prisma_migrations'))) return ok('the database is new: a start makes all of it');
  const slow: string[] = [];
  for (const { name, sql, step } of missing)
    for (const table of step === 'noted' ? [] : readEffects(sql).slowTables) {
      const rows = await countRows(connection, table);
      if (rows >= MANY_ROWS) slow.push(`${name} reads or writes each of about ${rows} rows of ${table}`);
    }
  const list = missing.map((migration) => `${migration.name} (${effectInWords(migration)})`).join(', ');
  const words = `a start applies ${missing.length}: ${list}`;
  if (slow.length === 0) return ok(words);
  return warning(
    `${words}; ${slow.join('; ')}`,
    'Run "tessera migrate" at a quiet hour: writers of these tables wait for it.',
  );
}

/** Those of before the first release have no names that say it, and nothing of before runs on what they make. */
function effectInWords({ name, step }: MissingMigration): string {
  if (step === 'noted') return 'only noted';
  if (step === 'of-before') return 'of before the first release';
  return isContract(name) ? 'takes away' : 'only adds';
}

/** Whether the version that served last can be started again once this one has migrated. */
export async function rollBackFinding(connection: MigrationConnection, folder: string): Promise<Finding> {
  const missing = await findMissing(connection, folder);
  if (missing.some(({ step }) => step === 'noted'))
    return warning(
      'a version of before the first release made the database: there is no way back to it but the backup',
      'Stop every process, make a backup, and keep it.',
    );
  const last = await findLastVersion(connection);
  const names = missing.map(({ name }) => name);
  const hindering = names.filter((name) => (last === null ? isContract(name) : !runsWithout(name, last)));
  if (hindering.length === 0)
    return ok(`start ${last ?? 'the version before'} again: nothing takes away what it reads`);
  return failed(
    `${hindering.join(', ')} takes away what ${last ?? 'the version before'} reads: it neither runs beside this one nor starts again`,
    'Install the releases in between first, one after the other. Or stop every process, and keep a backup for the way back.',
  );
}

/** As PostgreSQL estimates it; counted where it does not yet. */
async function countRows(connection: MigrationConnection, table: string): Promise<number> {
  const [estimate] = await connection.query<{ rows: number }>(
    'SELECT reltuples::float8 AS rows FROM pg_class WHERE oid = to_regclass(quote_ident($1))',
    [table],
  );
  if (estimate === undefined || estimate.rows >= 0) return estimate?.rows ?? 0;
  const [counted] = await connection.query<{ rows: number }>(`SELECT count(*)::float8 AS rows FROM "${table}"`);
  return counted?.rows ?? 0;
}
