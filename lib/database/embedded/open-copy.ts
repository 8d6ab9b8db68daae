import { PGlite } from '@electric-sql/pglite';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATABASE_FOLDER } from '../../config/data-directory/stored-secrets';
import type { MigrationConnection } from '../migration-connection';
import { unpackArchive } from './tar-archive';
import { connectionTo, START_PARAMETERS } from './open-embedded-database';

/**
 * Opens a copy of an embedded database, whose own files stay as they are: opening them would write. Needs room for the copy among
 * the temporary files, until it is closed.
 * @param original the file of a backup's archive, or a data directory whose database no process has open
 */
export async function openCopy(
  original: { archive: string } | { dataDirectory: string },
): Promise<{ connection: MigrationConnection; close: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tessera-copy-'));
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  try {
    if ('archive' in original) await unpackArchive(original.archive, dataDir);
    else cpSync(join(original.dataDirectory, DATABASE_FOLDER), dataDir, { recursive: true });
    const pglite = await PGlite.create({ dataDir, startParams: START_PARAMETERS });
    return { connection: connectionTo(pglite), close: () => pglite.close().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}
