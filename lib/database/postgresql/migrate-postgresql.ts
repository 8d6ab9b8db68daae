import { Client, DatabaseError } from 'pg';
import { ConfigurationError } from '../../config/configuration-error';
import { SECOND } from '../../shared/time/duration';
import { findMissing, migrate, migrationsFolder } from '../migrate';
import type { MigrationConnection } from '../migration-connection';
import { grantToRunRole } from './run-role';

/** SQLSTATE of PostgreSQL's appendix A. */
const INSUFFICIENT_PRIVILEGE = '42501';
const REMEDY = 'run "tessera migrate" with DATABASE_MIGRATION_URL first';

/**
 * Applies what is missing as the user of `migrationUrl`, and then gives the site's user its rights.
 * @param url of the site's user
 * @returns names of the migrations that were missing
 * @throws ConfigurationError when the site's address names no user
 */
export async function migrateApart(url: string, migrationUrl: string): Promise<string[]> {
  const role = namedBy(url).user;
  if (role === null) throw new ConfigurationError(['DATABASE_URL needs a user, who is given the rights to run']);
  return withConnection(migrationUrl, async (connection) => {
    const missing = await migrate(connection, migrationsFolder());
    if (role !== namedBy(migrationUrl).user) await grantToRunRole(connection, role);
    return missing;
  });
}

/**
 * Whom and what an address leads to, as the driver reads it, whose parameters behind `?` come before the rest: what is checked of an
 * address and what is connected to would be two things otherwise.
 */
export function namedBy(url: string): { user: string | null; database: string | null } {
  const { username, searchParams } = new URL(url);
  const { user = '', database = '' } = new Client({ connectionString: url });
  const isNamed = username !== '' || searchParams.has('user');
  return { user: isNamed && user !== '' ? user : null, database: database === '' ? null : database };
}

/**
 * Sees to it that the site's user finds the schema of this version. A user who may not change the schema needs to change nothing.
 * @param migrationUrl of the user who makes the schema; null where the site's own does
 * @returns names of the migrations that were missing, and how many connections the server allows in total
 * @throws ConfigurationError when migrations are missing that this user may not make
 */
export async function preparePostgresql(
  url: string,
  migrationUrl: string | null,
): Promise<{ applied: string[]; connections: number }> {
  const appliedApart = migrationUrl === null ? [] : await migrateApart(url, migrationUrl);
  return withConnection(url, async (connection) => {
    const missing = await findMissingAs(connection);
    if (missing.length > 0) await migrateAsOneself(connection, missing);
    const [server] = await connection.query<{ allowed: number }>(
      `SELECT current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int AS allowed`,
    );
    if (!server) throw new TypeError('PostgreSQL answers a SELECT without FROM by one row');
    return { applied: [...appliedApart, ...missing], connections: server.allowed };
  });
}

async function findMissingAs(connection: MigrationConnection): Promise<string[]> {
  try {
    return (await findMissing(connection, migrationsFolder())).map(({ name }) => name);
  } catch (error) {
    if (!isRefused(error)) throw error;
    throw new ConfigurationError([`the user of DATABASE_URL may not read the database: ${REMEDY}`]);
  }
}

async function migrateAsOneself(connection: MigrationConnection, missing: readonly string[]): Promise<void> {
  try {
    await migrate(connection, migrationsFolder());
  } catch (error) {
    if (!isRefused(error)) throw error;
    throw new ConfigurationError([
      `the database lacks ${missing.length === 1 ? 'a migration' : `${missing.length} migrations`} (the last is ${missing.at(-1)}), and the user of DATABASE_URL may not make tables: ${REMEDY}`,
    ]);
  }
}

function isRefused(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === INSUFFICIENT_PRIVILEGE;
}

/**
 * Looks at a database in transactions that PostgreSQL itself lets change nothing.
 * @throws Error when it does not answer
 */
export function withReadOnly<Value>(
  url: string,
  look: (connection: MigrationConnection) => Promise<Value>,
): Promise<Value> {
  return withConnection(url, look, '-c default_transaction_read_only=on');
}

async function withConnection<Value>(
  url: string,
  work: (connection: MigrationConnection) => Promise<Value>,
  options?: string,
): Promise<Value> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 5 * SECOND,
    ...(options !== undefined && { options }),
  });
  await client.connect();
  try {
    return await work({
      exec: async (sql) => void (await client.query(sql)),
      query: async <Row>(sql: string, parameters?: unknown[]) => (await client.query(sql, parameters)).rows as Row[],
    });
  } finally {
    await client.end();
  }
}
