import { afterAll, describe } from 'vitest';
import type { Database } from '@/lib/database/database';
import { openPostgresql } from '@/lib/database/open-postgresql';
import { createPostgresqlDatabase } from './create-postgresql-database';
import { openCopiedDatabase } from './open-copied-database';

type OpenDatabase = () => Promise<Database>;

/**
 * Runs one suite on each kind of database that is there: PGlite always, PostgreSQL when the test command has found it.
 * @param suite is handed a function that opens an empty, migrated database; whatever it opens is closed after the suite
 */
export function forEachDatabase(suite: (name: Database['kind'], open: OpenDatabase) => void): void {
  onDatabase('PGlite', openCopiedDatabase, suite);
  const server = process.env['TESSERA_TEST_DATABASE_URL'];
  if (server) onDatabase('PostgreSQL', () => openFreshPostgresql(server), suite);
}

function onDatabase(
  name: Database['kind'],
  create: OpenDatabase,
  suite: (name: Database['kind'], open: OpenDatabase) => void,
): void {
  describe(`on ${name}`, () => {
    const opened: Database[] = [];
    afterAll(async () => {
      await Promise.all(opened.map((database) => database.close()));
    });
    suite(name, async () => {
      const database = await create();
      opened.push(database);
      return database;
    });
  });
}

/** @param server address of a PostgreSQL server that may be filled with databases */
async function openFreshPostgresql(server: string): Promise<Database> {
  return await openPostgresql(await createPostgresqlDatabase(server), (error) => {
    throw error;
  });
}
