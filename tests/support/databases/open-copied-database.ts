import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Database } from '@/lib/database/database';
import { archiveMemoryDatabase, openMemoryDatabase } from '@/lib/database/embedded/open-embedded-database';
import { poll } from '@/lib/kit/poll';

/** An empty, migrated PGlite of its own. Only the first of a run is made from nothing. */
export async function openCopiedDatabase(): Promise<Database> {
  const path = join(inject('runDirectory'), 'database.tar');
  while (!existsSync(path)) {
    if (claim(`${path}.making`)) await keepArchive(path);
    else await poll('the first database of the run', async () => existsSync(path) || !existsSync(`${path}.making`));
  }
  return await openMemoryDatabase(new Blob([readFileSync(path)]));
}

/** Whether this worker is the one that makes it: making takes seconds of the processor, so that the others wait. */
function claim(mark: string): boolean {
  try {
    closeSync(openSync(mark, 'wx'));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function keepArchive(path: string): Promise<void> {
  try {
    const archive = await archiveMemoryDatabase();
    writeFileSync(`${path}.unfinished`, new Uint8Array(await archive.arrayBuffer()));
    renameSync(`${path}.unfinished`, path);
  } finally {
    rmSync(`${path}.making`);
  }
}
