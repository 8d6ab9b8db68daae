import { PGlite } from '@electric-sql/pglite';
import { join } from 'node:path';

/** Every row of every table of a stopped server's database, as text. */
export async function dumpDatabase(dataDirectory: string): Promise<string> {
  const database = await PGlite.create({ dataDir: join(dataDirectory, 'database') });
  const { rows: tables } = await database.query<{ name: string }>(
    "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  const dumped: string[] = [];
  for (const { name } of tables) {
    const { rows } = await database.query<{ row: string }>(`SELECT t::text AS row FROM ${name} AS t`);
    dumped.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  await database.close();
  return dumped.join('\n');
}
