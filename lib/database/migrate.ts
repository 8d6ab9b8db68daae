import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '../config/configuration-error';
import { productFolder } from '../config/product-folder';
import type { PrismaClient } from '../generated/prisma/client';
import { VERSION } from '../shared/version';
import { fillSortKeys } from './fill-sort-keys';
import type { MigrationConnection } from './migration-connection';
import { runsWithout } from './migration-name';
import { hasTable } from './site-versions';
import { reading } from './reading';

/**
 * In the folder of a migration that stands for earlier ones: these, for databases that some of them have made. Prisma reads
 * `migration.sql` alone.
 */
const BEFORE = 'before';

/** What SQL cannot say, in the transaction of a migration and after it. */
const CODE: Readonly<Record<string, (connection: MigrationConnection) => Promise<void>>> = {
  '20261129221500_encrypted_columns': fillSortKeys,
};

type Migration = { name: string; sql: string; checksum: string };

/**
 * As a database lacks it: one of this version, one of before the first release that leads to the same schema, or one that those stand
 * for and that is only noted.
 */
export type MissingMigration = Migration & { step: 'own' | 'of-before' | 'noted' };

/** Names of migrations, in order. */
export function listMigrations(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Those, and the earlier ones that they stand for: what a database that this version can migrate may have applied. */
function listReadableMigrations(folder: string): string[] {
  return listMigrations(folder).flatMap((name) => listBefore(folder, name).concat(name));
}

function listBefore(folder: string, name: string): string[] {
  const before = join(folder, name, BEFORE);
  return existsSync(before) ? listMigrations(before) : [];
}

function readMigration(folder: string, name: string): Migration {
  const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

// Lock and table are those of Prisma's `migrate deploy`, so that either can be used.
export const MIGRATION_LOCK = 72_707_369;
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

/**
 * Refuses data on which this version would not run: a newer one has taken something away that this one reads, or has left out what
 * this one brings. Data to which a newer version has only added is taken, so that an upgrade can be rolled back.
 * @param what names the data, at the beginning of a sentence
 * @param applied migrations of the data
 * @param folder migrations of this version
 * @param remedy ends the sentence
 * @throws ConfigurationError that names the newest migration of both
 */
export function refuseNewer(what: string, applied: readonly string[], folder: string, remedy: string): void {
  const readable = listReadableMigrations(folder);
  const own = listMigrations(folder);
  const unknown = applied.filter((name) => !readable.includes(name));
  if (unknown.length === 0) return;
  if (unknown.every((name) => runsWithout(name)) && own.every((name) => applied.includes(name))) return;
  throw new ConfigurationError([
    `${what} was made by a newer version of Tessera: its newest migration is ${applied.toSorted().at(-1)}, and that of this version (${VERSION}) is ${own.at(-1)}; ${remedy}`,
  ]);
}

/**
 * What `migrate` would apply to a database, in that order; changes nothing, and needs no right but to read.
 * @throws ConfigurationError when a newer version has taken away what this one reads
 * @throws Error when the file of an applied migration has changed
 */
export async function findMissing(connection: MigrationConnection, folder: string): Promise<MissingMigration[]> {
  const isMigrated = await hasTable(connection, '_prisma_migrations');
  return missingOf(folder, isMigrated ? await readApplied(connection, folder) : new Map());
}

/**
 * A database that was made by migrations which another now stands for lacks the rest of them, and of that one only the note.
 * @param applied checksums by name
 */
function missingOf(folder: string, applied: ReadonlyMap<string, string>): MissingMigration[] {
  const chain: MissingMigration[] = [];
  for (const name of listMigrations(folder)) {
    const before = listBefore(folder, name);
    const isFromBefore = before.some((earlier) => applied.has(earlier));
    if (isFromBefore)
      for (const earlier of before)
        chain.push({ ...readMigration(join(folder, name, BEFORE), earlier), step: 'of-before' });
    chain.push({ ...readMigration(folder, name), step: isFromBefore ? 'noted' : 'own' });
  }
  for (const migration of chain) refuseChanged(migration, applied);
  return chain.filter(({ name }) => !applied.has(name));
}

/** Checksums of applied migrations, by name. @throws ConfigurationError when a newer version has taken away what this one reads */
async function readApplied(connection: MigrationConnection, folder: string): Promise<ReadonlyMap<string, string>> {
  const applied = await connection.query<{ migration_name: string; checksum: string }>(
    'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  const checksums = new Map(applied.map((entry) => [entry.migration_name, entry.checksum]));
  const remedy = 'start the version that made it, or restore a backup';
  refuseNewer('the database', [...checksums.keys()], folder, remedy);
  return checksums;
}

/** @throws Error when the file of an applied migration has changed */
function refuseChanged({ name, checksum }: Migration, applied: ReadonlyMap<string, string>): void {
  if ((applied.get(name) ?? checksum) !== checksum) throw new Error(`the applied migration ${name} has changed since`);
}

/**
 * Applies the missing migrations of `folder`, each in one transaction with its entry, so that a killed process leaves
 * either all of a migration or nothing. A database that was made by migrations which another now stands for applies the rest
 * of them, and only notes that one.
 * @returns names of what was missing
 * @throws ConfigurationError when a newer version has taken away what this one reads
 * @throws Error when the file of an applied migration has changed, or a migration fails
 */
export async function migrate(connection: MigrationConnection, folder: string): Promise<string[]> {
  await connection.exec(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
  try {
    await connection.exec(TABLE);
    const missing = missingOf(folder, await readApplied(connection, folder));
    for (const migration of missing) await applyMigration(connection, migration);
    return missing.map(({ name }) => name);
  } finally {
    await connection.exec(`SELECT pg_advisory_unlock(${MIGRATION_LOCK})`);
  }
}

async function applyMigration(
  connection: MigrationConnection,
  { name, sql, checksum, step }: MissingMigration,
): Promise<void> {
  await connection.exec('BEGIN');
  try {
    if (step !== 'noted') {
      await connection.exec(sql);
      await CODE[name]?.(connection);
    }
    await connection.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await connection.exec('COMMIT');
  } catch (error) {
    await connection.exec('ROLLBACK');
    throw error;
  }
}

export function migrationsFolder(): string {
  return join(productFolder(), 'prisma', 'migrations');
}

/** Resolves when the database answers and accepts writes. @throws otherwise */
export async function checkWritable(client: PrismaClient): Promise<void> {
  const [row] = await reading(
    () => client.$queryRaw<{ isReadOnly: boolean }[]>`
    SELECT current_setting('transaction_read_only')::boolean AS "isReadOnly"`,
  );
  if (row?.isReadOnly !== false) throw new Error('the database is read-only');
}

/** Resolves when all migrations of this version are applied. @throws Error naming those that are missing */
export async function checkMigrations(client: PrismaClient): Promise<void> {
  const applied = await reading(
    () => client.$queryRaw<{ migration_name: string }[]>`
    SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  const names = new Set(applied.map((migration) => migration.migration_name));
  const missing = listMigrations(migrationsFolder()).filter((name) => !names.has(name));
  if (missing.length > 0) throw new Error(`migrations not applied: ${missing.join(', ')}`);
}
