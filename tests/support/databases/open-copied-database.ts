import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Database } from '@/lib/database/database';
import { archiveMemoryDatabase, openMemoryDatabase } from '@/lib/database/embedded/open-embedded-database';

/** An empty, migrated PGlite of its own. Only the first of a run is made from nothing. */
export async function openCopiedDatabase(): Promise<Database> {
  const path = join(inject('runDirectory'), 'database.tar');
  if (!existsSync(path)) await keepArchive(path);
  return await openMemoryDatabase(new Blob([readFileSync(path)]));
}

/** Under its name when it is whole: another worker may be looking for it. */
async function keepArchive(path: string): Promise<void> {
  const archive = await archiveMemoryDatabase();
  writeFileSync(`${path}.${process.pid}`, new Uint8Array(await archive.arrayBuffer()));
  renameSync(`${path}.${process.pid}`, path);
}
