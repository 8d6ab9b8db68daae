import type { PGlite } from '@electric-sql/pglite';

/** What a new database was. @property rows of the tables that migrations fill, as JSON */
export type Origin = { schema: string; rows: ReadonlyMap<string, string> };

/** Oids below are PostgreSQL’s own. TRUNCATE changes a row of `pg_class`, but none of the others. */
const SCHEMA = `
  SELECT md5(string_agg(part, ',' ORDER BY part)) AS schema FROM (
    SELECT concat_ws(' ', oid, relname, relnamespace, relkind) FROM pg_class WHERE oid >= 16384
    UNION ALL SELECT concat_ws(' ', tableoid, attrelid, attnum, xmin) FROM pg_attribute WHERE attrelid >= 16384
    UNION ALL SELECT concat_ws(' ', tableoid, oid, xmin) FROM pg_attrdef
    UNION ALL SELECT concat_ws(' ', tableoid, oid, xmin) FROM pg_constraint WHERE oid >= 16384
    UNION ALL SELECT concat_ws(' ', tableoid, oid, xmin) FROM pg_trigger WHERE oid >= 16384
    UNION ALL SELECT concat_ws(' ', tableoid, oid, xmin) FROM pg_proc WHERE oid >= 16384
    UNION ALL SELECT concat_ws(' ', tableoid, setrole, xmin) FROM pg_db_role_setting
  ) AS parts (part)`;

/** Tables that something was written into since they were made or truncated. */
const WRITTEN = `
  SELECT quote_ident(relname) AS name FROM pg_class
  WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND pg_relation_size(oid) > 0`;

export async function readOrigin(pglite: PGlite): Promise<Origin> {
  const rows = new Map<string, string>();
  for (const name of await writtenTables(pglite)) rows.set(name, await rowsOf(pglite, name));
  return { schema: await schemaOf(pglite), rows };
}

/**
 * Makes of a database that was used one that is like new. Its statements stay prepared, as their tables are the same.
 * @returns false when its schema is no longer what it was
 */
export async function emptyDatabase(pglite: PGlite, { schema, rows }: Origin): Promise<boolean> {
  await pglite.exec('RESET ALL; DISCARD TEMP; SELECT pg_advisory_unlock_all(), pg_stat_reset()');
  if ((await schemaOf(pglite)) !== schema) return false;
  await pglite.query('SELECT setval(seqrelid, seqstart, false) FROM pg_sequence');
  const changed: string[] = [];
  for (const name of new Set([...rows.keys(), ...(await writtenTables(pglite))]))
    if (!rows.has(name) || (await rowsOf(pglite, name)) !== rows.get(name)) changed.push(name);
  if (changed.length === 0) return true;
  // Triggers refuse to empty the audit log.
  await pglite.exec(`SET session_replication_role = replica; TRUNCATE ${changed.join()} CASCADE`);
  for (const name of changed.filter((one) => rows.has(one)))
    await pglite.query(`INSERT INTO ${name} SELECT * FROM json_populate_recordset(NULL::${name}, $1)`, [
      rows.get(name),
    ]);
  // Nothing else removes PGlite’s old logs and files.
  await pglite.exec('RESET session_replication_role; CHECKPOINT');
  return true;
}

async function schemaOf(pglite: PGlite): Promise<string> {
  const { rows } = await pglite.query<{ schema: string }>(SCHEMA);
  return rows[0]?.schema ?? '';
}

async function writtenTables(pglite: PGlite): Promise<string[]> {
  return (await pglite.query<{ name: string }>(WRITTEN)).rows.map(({ name }) => name);
}

async function rowsOf(pglite: PGlite, name: string): Promise<string> {
  const { rows } = await pglite.query<{ rows: string }>(
    `SELECT coalesce(json_agg(t), '[]')::text AS rows FROM ${name} AS t`,
  );
  return rows[0]?.rows ?? '';
}
