import type { PGlite } from '@electric-sql/pglite';

/**
 * Vacuums and analyses the tables of which enough has changed, by the thresholds of PostgreSQL's autovacuum, which PGlite does
 * not have: without it a table that is written to grows for ever, and the planner knows nothing of any.
 */
export async function vacuum(pglite: Pick<PGlite, 'query' | 'exec'>): Promise<void> {
  // What was counted a moment ago too.
  await pglite.query('SELECT pg_stat_force_next_flush()');
  const { rows } = await pglite.query<{ name: string }>(`
    SELECT quote_ident(pg_class.relname) AS name FROM pg_stat_user_tables
    JOIN pg_class ON pg_class.oid = relid
    WHERE n_dead_tup > 50 + 0.2 * greatest(reltuples, 0) OR n_mod_since_analyze > 50 + 0.1 * greatest(reltuples, 0)`);
  // One after the other: everybody else gets a turn in between.
  for (const { name } of rows) await pglite.exec(`VACUUM (ANALYZE) ${name}`);
}
