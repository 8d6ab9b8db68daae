import { afterAll, describe } from 'vitest';
import type { Database } from '@/lib/database/database';
import { openPostgresql } from '@/lib/database/postgresql/open-postgresql';
import { isWholeRun } from '../rounds';
import { createPostgresqlDatabase } from './create-postgresql-database';
import { openCopiedDatabase } from './open-copied-database';

type OpenDatabase = () => Promise<Database>;

type OpenReplicas = () => Promise<[Database, Database]>;

type Suite<Open> = (name: Database['kind'], open: Open) => void;

const SERVER = process.env['TESSERA_TEST_DATABASE_URL'];

/**
 * Runs one suite on each kind of database that is there: PGlite always, PostgreSQL when the test command has found it.
 * @param suite is handed a function that opens an empty, migrated database; whatever it opens is closed after the suite
 */
export function forEachDatabase(suite: Suite<OpenDatabase>): void {
  onDatabase('PGlite', suite);
  if (SERVER) onDatabase('PostgreSQL', suite);
}

/**
 * Runs one suite with two handles on one database, as two replicas have them. PGlite is one process's, so that there they are
 * the same.
 * @param suite see `forEachDatabase`
 */
export function forEachPairOfReplicas(suite: Suite<OpenReplicas>): void {
  onReplicas('PGlite', suite);
  if (SERVER) onReplicas('PostgreSQL', suite);
}

/**
 * Runs a suite of what stands on adapters that `tests/contract` holds to the same promises on each database: on one kind
 * alone, PostgreSQL where it is there, which takes less of the processor than PGlite. In a whole run on each kind.
 * @param suite see `forEachDatabase`
 */
export function forUseCases(suite: Suite<OpenDatabase>): void {
  if (isWholeRun) forEachDatabase(suite);
  else onDatabase(ONE_KIND, suite);
}

/** `forUseCases` with two handles, as `forEachPairOfReplicas` has them. */
export function forUseCasesOfReplicas(suite: Suite<OpenReplicas>): void {
  if (isWholeRun) forEachPairOfReplicas(suite);
  else onReplicas(ONE_KIND, suite);
}

const ONE_KIND = SERVER ? 'PostgreSQL' : 'PGlite';

/** An empty, migrated database of the kind that use cases run on alone. Who opens it closes it. */
export function openOneDatabase(): Promise<Database> {
  return openKind(ONE_KIND);
}

function onDatabase(kind: Database['kind'], suite: Suite<OpenDatabase>): void {
  closingAfter(
    kind,
    async () => [await openKind(kind)],
    (name, open) => suite(name, async () => (await open())[0]),
  );
}

function onReplicas(kind: Database['kind'], suite: Suite<OpenReplicas>): void {
  const openPair = async (): Promise<[Database, Database]> => {
    if (kind === 'PostgreSQL') {
      const url = await createPostgresqlDatabase(serverOf());
      return [await openOn(url), await openOn(url)];
    }
    const database = await openCopiedDatabase();
    return [database, database];
  };
  closingAfter(kind, openPair, suite);
}

function closingAfter<Databases extends [Database, ...Database[]]>(
  name: Database['kind'],
  create: () => Promise<Databases>,
  suite: Suite<() => Promise<Databases>>,
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

async function openKind(kind: Database['kind']): Promise<Database> {
  return kind === 'PGlite' ? openCopiedDatabase() : openOn(await createPostgresqlDatabase(serverOf()));
}

/** Address of a PostgreSQL server that may be filled with databases. */
function serverOf(): string {
  if (!SERVER) throw new TypeError('TESSERA_TEST_DATABASE_URL is not set');
  return SERVER;
}

async function openOn(url: string): Promise<Database> {
  return await openPostgresql(url, (error) => {
    throw error;
  });
}
