import { resolve } from 'node:path';
import { signHead } from '../../audit/audit-head';
import type { AuditLog } from '../../audit/audit-log';
import { answerBackupRequests, type BackedUp } from '../../database/embedded/backup-request';
import { backUpWhenDue, nextBackupAt, requireBackupFolder } from '../../database/embedded/daily-backups';
import { writeBackup, type BackupPlace } from '../../database/embedded/embedded-backup';
import type { Installation } from './installation';

/**
 * Backs the embedded database up, whether others use it meanwhile or not: its files are copied between two statements, and
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
  const place = { folder: resolve(folder), withKeys };
  const sign = () => signHead({ audit, hashes: chainKeys }, clock.now());
  const { hasSecrets, auditHead } = await writeBackup(place, dataDirectory, database, sign);
  return { sequenceNumber: auditHead.sequenceNumber, hasSecrets };
}

export type Backups = {
  /** Makes the backups that commands have asked for; null where a database server has tools of its own. */
  answerBackups: (() => Promise<void>) | null;
  /** Makes the backup of the schedule when it is due, and returns its folder then; null without a schedule. */
  backUpWhenDue: (() => Promise<string | null>) | null;
  /** Throws in words why the folder of the schedule cannot be written; null without a schedule. */
  checkBackupFolder: (() => void) | null;
  /** Null without a schedule. */
  nextBackupAt: (() => Date) | null;
};

export function openBackups(installation: Installation, audit: AuditLog): Backups {
  const {
    config: { database, backups: schedule },
    clock,
  } = installation;
  if (database.kind !== 'embedded')
    return { answerBackups: null, backUpWhenDue: null, checkBackupFolder: null, nextBackupAt: null };
  const { dataDirectory } = database;
  const make = (place: BackupPlace) => backUp(installation, audit, dataDirectory, place);
  return {
    answerBackups: () => answerBackupRequests(dataDirectory, make),
    backUpWhenDue: schedule && (() => backUpWhenDue(schedule, clock.now(), make)),
    checkBackupFolder: schedule && (() => requireBackupFolder(schedule)),
    nextBackupAt: schedule && (() => nextBackupAt(schedule, clock.now())),
  };
}
