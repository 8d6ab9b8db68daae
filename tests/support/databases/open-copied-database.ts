import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Database } from '@/lib/database/database';
import {
  archiveMemoryDatabase,
  openMemoryDatabase,
  openMemoryPglite,
} from '@/lib/database/embedded/open-embedded-database';
import type { PreparingPglite } from '@/lib/database/embedded/preparing-pglite';
import { PglitePool } from './pglite-pool';

/** Of this worker, whose test files share its modules. */
const pool = new PglitePool(openCopiedPglite);

/** An empty, migrated PGlite of its own, until it is closed. */
export async function openCopiedDatabase(): Promise<Database> {
  return openMemoryDatabase(() => pool.take());
}

/** Only the first of a run is made from nothing. */
export async function openCopiedPglite(): Promise<PreparingPglite> {
  const path = join(inject('runDirectory'), 'database.tar');
  if (!existsSync(path)) await keepArchive(path);
  return openMemoryPglite(new Blob([readFileSync(path)]));
}

/** Under its name when it is whole: another worker may be looking for it. */
async function keepArchive(path: string): Promise<void> {
  const archive = await archiveMemoryDatabase();
  writeFileSync(`${path}.${process.pid}`, new Uint8Array(await archive.arrayBuffer()));
  renameSync(`${path}.${process.pid}`, path);
}
