import type { PGlite } from '@electric-sql/pglite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CHANGE_CHANNEL } from '@/lib/database/database';
import { openMemoryDatabase } from '@/lib/database/embedded/open-embedded-database';
import { generateActivationId } from '@/lib/shared/identifiers/activation-id';
import { systemRandom } from '@/lib/shared/random';
import { openCopiedPglite } from '../../support/databases/open-copied-database';
import { PglitePool } from '../../support/databases/pglite-pool';

/** A value of every type that a column has. */
const VALUES: Record<string, string> = {
  text: `'text'`,
  varchar: `'text'`,
  int2: '1',
  int4: '1',
  int8: '1',
  bool: 'true',
  timestamptz: 'now()',
  jsonb: `'{}'`,
  bytea: `'x'`,
  _text: `'{text}'`,
};

const KEY = generateActivationId(systemRandom);

/** So that a row of any values goes into every table. */
const DROP_CHECKS = `DO $$ DECLARE rule record; BEGIN
  FOR rule IN SELECT conrelid::regclass AS held, conname FROM pg_constraint
      WHERE contype = 'c' AND conrelid <> 0 AND connamespace = 'public'::regnamespace LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', rule.held, rule.conname);
  END LOOP; END $$`;

let opened: PGlite[];
let pool: PglitePool;

beforeEach(() => {
  opened = [];
  pool = new PglitePool(async () => {
    const pglite = await openCopiedPglite();
    await pglite.exec(`${DROP_CHECKS}; CREATE SEQUENCE counted; ALTER TABLE outbox_message ADD number serial`);
    opened.push(pglite);
    return pglite;
  });
});

afterEach(async () => {
  await Promise.all(opened.filter(({ closed }) => !closed).map((pglite) => pglite.close()));
});

async function ask<Row>(pglite: PGlite, sql: string): Promise<Row[]> {
  return (await pglite.query<Row>(sql)).rows;
}

type Table = { name: string; columns: string[]; types: string[] };

function tablesOf(pglite: PGlite): Promise<Table[]> {
  return ask<Table>(
    pglite,
    `SELECT quote_ident(table_name) AS name, array_agg(quote_ident(column_name)::text) AS columns,
       array_agg(udt_name::text) AS types
     FROM information_schema.columns
     WHERE table_schema = 'public' AND column_default NOT LIKE 'nextval%' IS NOT FALSE GROUP BY 1`,
  );
}

/** All that a suite could find in a database. */
async function stateOf(pglite: PGlite): Promise<Record<string, unknown>> {
  const state: Record<string, unknown> = {
    sequences: await ask(pglite, 'SELECT sequencename, last_value FROM pg_sequences ORDER BY 1'),
    settings: await ask(pglite, 'SELECT name, setting FROM pg_settings ORDER BY 1'),
    channels: await ask(pglite, 'SELECT pg_listening_channels()'),
    locks: await ask(pglite, "SELECT objid FROM pg_locks WHERE locktype = 'advisory'"),
    temporary: await ask(pglite, "SELECT relname FROM pg_class WHERE relpersistence = 't'"),
  };
  for (const { name } of await tablesOf(pglite))
    state[name] = await ask(pglite, `SELECT t::text AS row FROM ${name} AS t`);
  return state;
}

test('a database that was given back equals a new one: every table, sequence, setting, channel and lock', async () => {
  const used = await pool.take();
  const other = await pool.take();
  const fresh = await stateOf(other);
  await used.exec('SET session_replication_role = replica; UPDATE audit_head SET sequence_number = 7');
  for (const { name, columns, types } of await tablesOf(used)) {
    const values = types.map((type) => VALUES[type]).join();
    await used.exec(`INSERT INTO ${name} (${columns.join()}) VALUES (${values}) ON CONFLICT DO NOTHING`);
  }
  await used.exec(
    `SELECT nextval('counted'), pg_advisory_lock(7); SET work_mem = '9MB'; CREATE TEMP TABLE own (id int)`,
  );
  const heard: string[] = [];
  await used.listen('news', (text) => heard.push(text));
  const filled = await stateOf(used);
  for (const part of Object.keys(fresh)) expect.soft(filled[part], part).not.toEqual(fresh[part]);

  await used.close();
  const again = await pool.take();
  expect(opened).toHaveLength(2);
  const emptied = await stateOf(again);
  for (const part of Object.keys(fresh)) expect.soft(emptied[part], part).toEqual(fresh[part]);
  await again.exec(`NOTIFY news, 'of the next suite'`);
  expect(heard).toEqual([]);
});

test('a database that was returned to the pool refuses queries', async () => {
  const used = await pool.take();
  await used.close();
  expect(used.closed).toBe(true);
  expect(() => used.query('SELECT 1')).toThrow('closed');
  await used.close();
  const [first, second] = [await pool.take(), await pool.take()];
  const answers = await Promise.all([first, second].map((one) => ask(one, 'SELECT 1 AS one')));
  expect(answers).toEqual([[{ one: 1 }], [{ one: 1 }]]);
  expect(opened).toHaveLength(2);
});

test('a database of the product is emptied for the next, which hears its own notices alone', async () => {
  const heard: string[] = [];
  for (const name of ['first', 'second']) {
    const database = await openMemoryDatabase(() => pool.take());
    expect(await database.client.sessionEpoch.count()).toBe(0);
    await database.client.sessionEpoch.create({ data: { userId: name, domain: 'example.org', number: 1 } });
    await database.changeFeed.subscribe(KEY, () => void heard.push(name));
    await database.sql`SELECT pg_notify(${CHANGE_CHANNEL}, ${KEY})::text`;
    await database.close();
  }
  expect(opened).toHaveLength(1);
  expect(heard).toEqual(['first', 'second']);
});

test('a database is not handed on when its schema is no longer that of a new one', async () => {
  const changes = {
    'a column was added': 'ALTER TABLE session ADD extra int',
    'a trigger was switched off': 'ALTER TABLE audit_record DISABLE TRIGGER audit_record_append_only',
    'a function was replaced': `CREATE OR REPLACE FUNCTION is_staff(roles TEXT[]) RETURNS boolean LANGUAGE sql AS 'SELECT true'`,
    'a table was dropped': 'DROP TABLE passkey',
    'an index was dropped': 'DROP INDEX user_account_roles_idx',
  };
  let used = await pool.take();
  for (const [what, change] of Object.entries(changes)) {
    const known = opened.length;
    await used.exec(change);
    await used.close();
    used = await pool.take();
    expect
      .soft(
        opened.slice(known - 1).map(({ closed }) => closed),
        what,
      )
      .toEqual([true, false]);
  }
});
