import { afterAll, describe } from 'vitest';
import type { Database } from '@/lib/database/database';
import { openPostgresql } from '@/lib/database/postgresql/open-postgresql';
import { migrateApart } from '@/lib/database/postgresql/migrate-postgresql';
import { createDatabaseOfTwoUsers } from './two-users';
import { isWholeRun } from '../rounds';
import { openCopiedDatabase } from './open-copied-database';

type OpenDatabase = () => Promise<Database>;

type OpenReplicas = () => Promise<[Database, Database]>;

/**
 * Runs one suite on each kind of database that is there: PGlite always, PostgreSQL when the test command has found it.
 * @param suite is handed a function that opens an empty, migrated database; whatever it opens is closed after the suite
 * @param as PostgreSQL's user: the one with a site's rights, or the owner, who can do what a site cannot
 */
export function forEachDatabase(
  suite: (name: Database['kind'], open: OpenDatabase) => void,
  as: 'site' | 'owner' = 'site',
): void {
  onDatabase('PGlite', openCopiedDatabase, suite);
  const server = process.env['TESSERA_TEST_DATABASE_URL'];
  if (server) onDatabase('PostgreSQL', async () => openOn(await createMigratedDatabase(server, as)), suite);
}

/**
 * Runs a suite of use cases on PostgreSQL, where calls at once are at once, or on PGlite where PostgreSQL is not there, as
 * every end-to-end test does; on both with `--all`. What the two answer alike is held by `tests/contract`.
 * @param suite see `forEachDatabase`
 */
export function forUseCases(suite: (name: Database['kind'], open: OpenDatabase) => void): void {
  const server = process.env['TESSERA_TEST_DATABASE_URL'];
  if (isWholeRun || !server) return forEachDatabase(suite);
  onDatabase('PostgreSQL', async () => openOn(await createMigratedDatabase(server)), suite);
}

/**
 * Runs one suite with two handles on one database, as two replicas have them. PGlite is one process's, so that there they are
 * the same.
 * @param suite see `forEachDatabase`
 */
export function forEachPairOfReplicas(suite: (name: Database['kind'], open: OpenReplicas) => void): void {
  onDatabases(
    'PGlite',
    async () => {
      const database = await openCopiedDatabase();
      return [database, database];
    },
    suite,
  );
  const server = process.env['TESSERA_TEST_DATABASE_URL'];
  if (server)
    onDatabases(
      'PostgreSQL',
      async () => {
        const url = await createMigratedDatabase(server);
        return [await openOn(url), await openOn(url)];
      },
      suite,
    );
}

function onDatabase(
  name: Database['kind'],
  create: OpenDatabase,
  suite: (name: Database['kind'], open: OpenDatabase) => void,
): void {
  onDatabases(
    name,
    async () => [await create()],
    (kind, open) => suite(kind, async () => (await open())[0]),
  );
}

function onDatabases<Databases extends [Database, ...Database[]]>(
  name: Database['kind'],
  create: () => Promise<Databases>,
  suite: (name: Database['kind'], open: () => Promise<Databases>) => void,
): void {
  describe(`on ${name}`, () => {
    const opened = new Set<Database>();
    afterAll(async () => {
      await Promise.all([...opened].map((database) => database.close()));
    });
    suite(name, async () => {
      const databases = await create();
      for (const database of databases) opened.add(database);
      return databases;
    });
  });
}

/** @param server address of a PostgreSQL server, of a user who may make users and databases */
async function createMigratedDatabase(server: string, as: 'site' | 'owner' = 'site'): Promise<string> {
  const { url, migrationUrl } = await createDatabaseOfTwoUsers(server);
  await migrateApart(url, migrationUrl);
  return as === 'site' ? url : migrationUrl;
}

async function openOn(url: string): Promise<Database> {
  return await openPostgresql(url, (error) => {
    throw error;
  });
}
