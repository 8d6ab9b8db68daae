import { PGlite } from '@electric-sql/pglite';
import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { DATABASE_FOLDER } from '../../config/data-directory/stored-secrets';
import { PrismaClient } from '../../generated/prisma/client';
import { CHANGE_CHANNEL, drawProcessId, TRANSACTION_OPTIONS, type Database } from '../database';
import { copyFiles, removeCopies } from './copy-files';
import { copyTemplate, noteEmptyFolders, templateFolder } from './database-template';
import { DURABLE_PARAMETERS, DurableFiles, syncDirectory } from './durable-files';
import { migrate, migrationsFolder, checkWritable } from '../migrate';
import type { MigrationConnection } from '../migration-connection';
import { releaseLeases } from '../release-leases';
import { PreparingPglite } from './preparing-pglite';
import { RevivingPglite } from './reviving-pglite';
import { constantPart, sqlThroughPglite } from '../sql';
import { Subscriptions } from '../subscriptions';
/**
 * WebAssembly keeps all of PostgreSQL's buffers resident from the start (160 MB by PGlite's defaults), and the
 * operating system caches the same files once more. Of the log no more than this is kept after a checkpoint, for reuse.
 */
export const START_PARAMETERS = [
  ...PGlite.defaultStartParams,
  '-c',
  'shared_buffers=32MB',
  '-c',
  'min_wal_size=32MB',
  '-c',
  'max_wal_size=64MB',
];

/** @property fsync whether acknowledged changes survive a power failure, at the cost of a disk sync for each */
type Durability = { fsync: boolean };

const DURABLE: Durability = { fsync: true };

/** Opens the embedded database in a data directory, which the caller has locked: two processes would corrupt it. */
export async function openEmbeddedDatabase(
  dataDirectory: string,
  onFault: (error: unknown) => void = () => {},
  { fsync }: Durability = DURABLE,
): Promise<Database> {
  const folder = join(dataDirectory, DATABASE_FOLDER);
  removeCopies(dataDirectory);
  if (!existsSync(folder)) await createBeside(folder, fsync);
  const open = () =>
    PreparingPglite.open(
      fsync
        ? { fs: new DurableFiles(folder), startParams: [...START_PARAMETERS, ...DURABLE_PARAMETERS] }
        : { dataDir: folder, startParams: START_PARAMETERS },
    );
  const database = await wrapPglite(open, onFault, {
    check: () => probeDisk(dataDirectory),
    copy: (target, pause) => copyFiles(folder, target, pause),
  });
  // The previous process has ended, because only one can open the database.
  await releaseLeases(database, constantPart('leased_by IS NOT NULL'));
  return database;
}

/**
 * Opens an embedded database in memory, for tests.
 * @param open returns the PGlite to use
 */
export async function openMemoryDatabase(
  open: () => Promise<PreparingPglite> = () => openMemoryPglite(),
): Promise<Database> {
  return wrapPglite(open, () => {}, {
    check: async () => {},
    copy: () => Promise.reject(new TypeError('a database in memory has no files')),
  });
}

/** @param archive from `archiveMemoryDatabase`, to start from a copy */
export async function openMemoryPglite(archive?: Blob): Promise<PreparingPglite> {
  return PreparingPglite.open({ ...(archive && { loadDataDir: archive }), startParams: START_PARAMETERS });
}

/** The files of an empty, migrated database as a tar archive. Making one takes seconds, copying it a fraction. */
export async function archiveMemoryDatabase(): Promise<Blob> {
  const pglite = await PGlite.create();
  await migratePglite(pglite);
  const archive = await pglite.dumpDataDir('none');
  await pglite.close();
  return archive;
}

/**
 * A database whose creation is interrupted cannot be opened again, so it is created under a temporary name and renamed
 * once it is complete.
 */
async function createBeside(folder: string, fsync: boolean): Promise<void> {
  const creating = `${folder}.creating`;
  rmSync(creating, { recursive: true, force: true });
  if (!copyTemplate(creating)) await createMigrated(creating);
  if (fsync) syncDirectory(creating);
  renameSync(creating, folder);
}

/** For the build. */
export async function createTemplate(): Promise<void> {
  if (!existsSync(templateFolder())) await createBeside(templateFolder(), false);
  noteEmptyFolders();
}

async function createMigrated(folder: string): Promise<void> {
  const created = await PGlite.create({ dataDir: folder, startParams: START_PARAMETERS });
  await migratePglite(created);
  await created.close();
}

async function migratePglite(pglite: PGlite): Promise<void> {
  await migrate(connectionTo(pglite), migrationsFolder());
}

export function connectionTo(pglite: PGlite): MigrationConnection {
  return {
    exec: async (sql) => void (await pglite.exec(sql)),
    query: async <Row>(sql: string, parameters?: unknown[]) => (await pglite.query<Row>(sql, parameters)).rows,
  };
}

/** Large enough to be refused by an almost full disk. */
const PROBE = new Uint8Array(256 * 1024);

/** Resolves when the disk accepts a file. @throws ENOSPC, EROFS and the like otherwise */
async function probeDisk(dataDirectory: string): Promise<void> {
  const file = join(dataDirectory, `probe-${randomUUID()}`);
  try {
    await writeFile(file, PROBE, { mode: 0o600 });
  } finally {
    await rm(file, { force: true });
  }
}

/** @property check resolves when the files can be written @property copy see `copyFiles` */
type Files = {
  check: () => Promise<void>;
  copy: (target: string, pause: RevivingPglite['pause']) => Promise<void>;
};

async function wrapPglite(
  open: () => Promise<PreparingPglite>,
  onFault: (error: unknown) => void,
  files: Files,
): Promise<Database> {
  const subscriptions = new Subscriptions();
  const database = new RevivingPglite(async () => {
    const pglite = await open();
    await migratePglite(pglite);
    await pglite.listen(CHANGE_CHANNEL, (id) => subscriptions.notify(id));
    // Notices that were in flight during the breakdown are lost.
    subscriptions.notifyAll();
    return pglite;
  }, onFault);
  await database.ready();
  // The adapter uses only what `RevivingPglite` has.
  const adapter = new PrismaPGlite(database as unknown as PGlite);
  const client = new PrismaClient({ adapter, transactionOptions: TRANSACTION_OPTIONS });
  return {
    kind: 'PGlite',
    processId: drawProcessId(),
    client,
    sql: sqlThroughPglite(database),
    changeFeed: { subscribe: async (id, listener) => subscriptions.add(id, listener) },
    checkHealth: async () => {
      await checkWritable(client);
      await files.check();
    },
    maintain: () => vacuum(database),
    copyFiles: (folder) => files.copy(folder, (work) => database.pause(work)),
    close: async () => {
      await client.$disconnect();
      await database.close();
    },
  };
}

/**
 * Vacuums and analyses the tables that have changed enough, by the thresholds of PostgreSQL's autovacuum, which PGlite
 * lacks: otherwise tables grow for ever, and the planner has no statistics.
 */
async function vacuum(pglite: Pick<PGlite, 'query' | 'exec'>): Promise<void> {
  // Includes the counts of the last moments.
  await pglite.query('SELECT pg_stat_force_next_flush()');
  const { rows } = await pglite.query<{ name: string }>(`
    SELECT quote_ident(pg_class.relname) AS name FROM pg_stat_user_tables
    JOIN pg_class ON pg_class.oid = relid
    WHERE n_dead_tup > 50 + 0.2 * greatest(reltuples, 0) OR n_mod_since_analyze > 50 + 0.1 * greatest(reltuples, 0)`);
  // One at a time, so that other statements run in between.
  for (const { name } of rows) await pglite.exec(`VACUUM (ANALYZE) ${name}`);
  // Without it the log grows until the stop: a PostgreSQL of one process makes no checkpoint by itself.
  await pglite.exec('CHECKPOINT');
}
