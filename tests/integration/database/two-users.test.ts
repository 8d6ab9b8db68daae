import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listMigrations, migrationsFolder } from '@/lib/database/migrate';
import { migrateApart, preparePostgresql } from '@/lib/database/postgresql/migrate-postgresql';
import { openPostgresql } from '@/lib/database/postgresql/open-postgresql';
import { runRightsOn } from '@/lib/database/postgresql/run-role';
import { createPostgresqlDatabase } from '../../support/databases/create-postgresql-database';
import { createDatabaseOfTwoUsers } from '../../support/databases/two-users';

const server = process.env['TESSERA_TEST_DATABASE_URL'] ?? '';

const RIGHTS = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'] as const;

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

describe.runIf(server)('a PostgreSQL database with a user who owns it and one whom the site runs as', () => {
  let url = '';
  let migrationUrl = '';
  let site: Client;

  beforeAll(async () => {
    ({ url, migrationUrl } = await createDatabaseOfTwoUsers(server));
    await migrateApart(url, migrationUrl);
    site = await connect(url);
    await site.query(
      `INSERT INTO audit_record (sequence_number, at, actor, fact, correlation_id, previous_hash, hash, key_id)
       VALUES (1, now(), '{}', '{}', 'one', '', '', 'k1')`,
    );
  });
  afterAll(() => site.end());

  it('threat: another user than the one who was looked at — rights go to whom the driver connects as', async () => {
    const { url: named, migrationUrl: owner } = await createDatabaseOfTwoUsers(server);
    const user = new URL(named).username;
    const behind = Object.assign(new URL(named), { username: 'nobody', search: `?user=${user}` }).href;
    await migrateApart(behind, owner);
    const connected = await connect(behind);
    expect((await connected.query('SELECT current_user::text AS user FROM site_version')).fields).toHaveLength(1);
    await connected.end();
  });

  it('the site’s user has on every table the rights that are declared, and no others', async () => {
    const { rows } = await site.query<{ name: string; right: string }>(
      `SELECT tablename AS name, "right" FROM pg_tables, unnest($1::text[]) AS "right"
        WHERE schemaname = 'public' AND has_table_privilege(quote_ident(tablename), "right") ORDER BY 1`,
      [RIGHTS],
    );
    const tables = new Set(rows.map(({ name }) => name));
    expect(tables.size).toBeGreaterThan(40);
    for (const table of tables) {
      const held = rows.filter(({ name }) => name === table).map(({ right }) => right);
      expect({ table, rights: held.toSorted() }).toEqual({ table, rights: [...runRightsOn(table)].toSorted() });
    }
  });

  it.each([
    `UPDATE audit_record SET actor = '{}'`,
    'DELETE FROM audit_record',
    'TRUNCATE audit_record',
    'DELETE FROM audit_head',
    'TRUNCATE audit_head CASCADE',
    'ALTER TABLE audit_record DISABLE TRIGGER ALL',
    'DROP TRIGGER audit_record_append_only ON audit_record',
    'CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$',
    'ALTER TABLE audit_record OWNER TO CURRENT_USER',
    'CREATE RULE hidden AS ON INSERT TO audit_record DO INSTEAD NOTHING',
    'DROP TABLE audit_record',
    'ALTER TABLE user_account ADD COLUMN more text',
    'CREATE TABLE more (id int)',
    'DELETE FROM _prisma_migrations',
    'SET session_replication_role = replica',
    'SET ROLE $owner',
  ])('PostgreSQL itself refuses a compromised site that asks: %s', async (statement) => {
    const asked = site.query(statement.replace('$owner', new URL(migrationUrl).username));
    await expect(asked).rejects.toMatchObject({ code: '42501' });
  });

  it('the head of the audit log goes forward by the site’s user, and not back', async () => {
    await site.query('UPDATE audit_head SET sequence_number = sequence_number + 1');
    await expect(site.query('UPDATE audit_head SET sequence_number = sequence_number - 1')).rejects.toThrow('audit');
  });

  it('a start as the site’s user needs no other right once the schema is there', async () => {
    const faults: unknown[] = [];
    const database = await openPostgresql(url, (fault) => void faults.push(fault));
    await database.checkHealth();
    await database.close();
    expect(faults).toEqual([]);
  });

  it('a start that finds migrations missing, and may not make them, says so and changes nothing', async () => {
    const other = await createDatabaseOfTwoUsers(server);
    await expect(openPostgresql(other.url, () => {})).rejects.toThrow('run "tessera migrate"');
    const owner = await connect(other.migrationUrl);
    expect((await owner.query(`SELECT 1 FROM pg_tables WHERE schemaname = 'public'`)).rowCount).toBe(0);
    await owner.end();
  });

  it('a start with the address of the owner migrates as that one, and runs as the site’s user', async () => {
    const other = await createDatabaseOfTwoUsers(server);
    const database = await openPostgresql(other.url, () => {}, undefined, other.migrationUrl);
    const rows = await database.client
      .$queryRaw`SELECT tableowner AS owner FROM pg_tables WHERE tablename = 'audit_record'`;
    await database.close();
    expect(rows).toEqual([{ owner: new URL(other.migrationUrl).username }]);
  });

  it('a new table of a later version is the site’s once it has been migrated again', async () => {
    const owner = await connect(migrationUrl);
    await owner.query('CREATE TABLE later (id int)');
    await expect(site.query('SELECT * FROM later')).rejects.toMatchObject({ code: '42501' });
    expect(await migrateApart(url, migrationUrl)).toEqual([]);
    expect((await site.query('SELECT * FROM later')).rowCount).toBe(0);
    await owner.query('DROP TABLE later');
    await owner.end();
  });

  it('replicas that start at the same time with the owner’s address all find the schema and the rights', async () => {
    const other = await createDatabaseOfTwoUsers(server);
    const started = await Promise.all(
      Array.from({ length: 6 }, () => preparePostgresql(other.url, other.migrationUrl)),
    );
    expect(started.flatMap(({ applied }) => applied)).toEqual(listMigrations(migrationsFolder()));
    // Nothing to migrate any more, so that all give the rights at the same time.
    await Promise.all(Array.from({ length: 24 }, () => preparePostgresql(other.url, other.migrationUrl)));
  });

  it('a migration that broke off before the rights were given is made whole by the next start', async () => {
    const other = await createDatabaseOfTwoUsers(server);
    await preparePostgresql(other.migrationUrl, null);
    await expect(openPostgresql(other.url, () => {})).rejects.toThrow(
      'may not read the database: run "tessera migrate"',
    );
    const database = await openPostgresql(other.url, () => {}, undefined, other.migrationUrl);
    await expect(database.checkHealth()).resolves.toBeUndefined();
    await database.close();
  });

  it('a database that one user made is handed to an owner, after which its user has a site’s rights alone', async () => {
    const other = await createDatabaseOfTwoUsers(server);
    const [owner, user] = [other.migrationUrl, other.url].map((address) => new URL(address).username);
    const superuser = await connect(Object.assign(new URL(server), { pathname: new URL(other.url).pathname }).href);
    await superuser.query(`GRANT CREATE ON SCHEMA public TO ${user}`);
    await preparePostgresql(other.url, null);
    await superuser.query(`REASSIGN OWNED BY ${user} TO ${owner}`);
    await superuser.end();
    expect(await migrateApart(other.url, other.migrationUrl)).toEqual([]);
    const former = await connect(other.url);
    expect((await former.query('SELECT * FROM audit_record')).rowCount).toBe(0);
    await expect(former.query('TRUNCATE audit_record')).rejects.toMatchObject({ code: '42501' });
    await former.end();
  });

  it.each([
    ['ALTER ROLE $site SUPERUSER', 'is a superuser, or may act as the owner'],
    ['GRANT $owner TO $site', 'is a superuser, or may act as the owner'],
    ['GRANT CREATE ON SCHEMA public TO PUBLIC', 'may create tables in the schema public'],
    ['ALTER ROLE $site CREATEROLE', 'has, or may take, the attribute CREATEROLE'],
    ['ALTER ROLE $site REPLICATION', 'has, or may take, the attribute REPLICATION'],
    ['ALTER ROLE $site BYPASSRLS', 'has, or may take, the attribute BYPASSRLS'],
    ['GRANT UPDATE (fact) ON audit_record TO PUBLIC', 'has the right UPDATE on audit_record from elsewhere'],
    ['GRANT UPDATE ON audit_record TO PUBLIC', 'has the right UPDATE on audit_record from elsewhere'],
  ])(
    'threat: a site’s user who may rewrite the audit log all the same is named after: %s',
    async (statement, words) => {
      const other = await createDatabaseOfTwoUsers(server);
      await migrateApart(other.url, other.migrationUrl);
      const superuser = await connect(Object.assign(new URL(server), { pathname: new URL(other.url).pathname }).href);
      const named = { $site: new URL(other.url).username, $owner: new URL(other.migrationUrl).username };
      await superuser.query(statement.replaceAll(/\$site|\$owner/g, (name) => named[name as keyof typeof named]));
      await superuser.end();
      await expect(migrateApart(other.url, other.migrationUrl)).rejects.toThrow(words);
    },
  );

  it('one user for both goes on working, as before', async () => {
    const one = await createPostgresqlDatabase(server);
    const database = await openPostgresql(one, () => {}, undefined, one);
    await expect(database.checkHealth()).resolves.toBeUndefined();
    await database.close();
  });
});
