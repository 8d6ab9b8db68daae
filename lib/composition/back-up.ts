import { resolve } from 'node:path';
import { signHead } from '../audit/audit-head';
import type { AuditLog } from '../audit/audit-log';
import type { BackedUp } from '../database/embedded/backup-request';
import { writeBackup, type BackupPlace } from '../database/embedded/embedded-backup';
import type { Installation } from './installation';

/**
 * Backs the embedded database up, whether others use it meanwhile or not: its files are read between two statements, and
 * what was committed by then is in them.
 * @param place its folder must not exist
 * @throws ConfigurationError when the folder is there or cannot be written
 */
export async function backUp(
  { database, chainKeys, clock }: Pick<Installation, 'database' | 'chainKeys' | 'clock'>,
  audit: AuditLog,
  dataDirectory: string,
  { folder, withKeys }: BackupPlace,
): Promise<BackedUp> {
  const head = await signHead({ audit, hashes: chainKeys }, clock.now());
  const archive = await database.archive();
  const { hasSecrets } = writeBackup({ folder: resolve(folder), withKeys }, dataDirectory, archive, head);
  return { sequenceNumber: head.sequenceNumber, hasSecrets };
}
