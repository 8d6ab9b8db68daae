import { PGlite } from '@electric-sql/pglite';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATABASE_FOLDER } from '../../config/data-directory/stored-secrets';
import type { MigrationConnection } from '../migration-connection';
import { connectionTo, START_PARAMETERS } from './open-embedded-database';

/**
 * Looks at a copy of an embedded database, whose own files stay as they are: opening them would write. Needs room for the copy
 * among the temporary files.
 * @param original the archive of a backup, or a data directory whose database no process has open
 */
export async function lookAtCopy<Value>(
  original: { archive: Uint8Array<ArrayBuffer> } | { dataDirectory: string },
  look: (connection: MigrationConnection) => Promise<Value>,
): Promise<Value> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tessera-copy-'));
  try {
    const isBackup = 'archive' in original;
    if (!isBackup) cpSync(join(original.dataDirectory, DATABASE_FOLDER), dataDir, { recursive: true });
    const loaded = isBackup ? { loadDataDir: new Blob([original.archive]) } : {};
    const pglite = await PGlite.create({ dataDir, startParams: START_PARAMETERS, ...loaded });
    try {
      return await look(connectionTo(pglite));
    } finally {
      await pglite.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
