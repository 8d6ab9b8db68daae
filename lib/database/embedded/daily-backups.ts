import { accessSync, constants, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupSchedule } from '../../config/sections/data-settings';
import { ConfigurationError, fileProblem } from '../../config/configuration-error';
import { makePrivateFolder } from '../../config/data-directory/secure-data-directory';
import { DAY, HOUR, MINUTE } from '../../shared/time/duration';
import type { BackupPlace } from './embedded-backup';

/** A backup of a schedule: `tessera-2026-11-30T0230`, by the day and time that it was due, in UTC. */
const NAME = /^tessera-(\d{4}-\d{2}-\d{2}T\d{2})(\d{2})$/;

/** A file in the folder of the backups, there from the beginning of a try until it succeeds, so that it outlives the process. */
const TRY = 'tessera-try';

/** A try copies the whole database, and may be what ended the process. */
const PAUSE_AFTER_FAILED_TRY_MS = HOUR;

/** Folders of the backups of a schedule, oldest first; others in the folder are left alone. */
export function listBackups(folder: string): { path: string; dueAt: Date }[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .toSorted()
    .flatMap((name) => {
      const [, hour, minute] = NAME.exec(name) ?? [];
      return hour === undefined ? [] : [{ path: join(folder, name), dueAt: new Date(`${hour}:${minute}Z`) }];
    })
    .filter(({ dueAt }) => !Number.isNaN(dueAt.getTime()));
}

/** When the next backup is due: in the past for one that was missed. */
export function nextBackupAt({ folder, minuteOfDay }: BackupSchedule, now: Date): Date {
  const today = Math.floor((now.getTime() - minuteOfDay * MINUTE) / DAY) * DAY + minuteOfDay * MINUTE;
  const newest = listBackups(folder).at(-1);
  return new Date(newest && newest.dueAt.getTime() >= today ? today + DAY : today);
}

/** Makes the folder of the backups, and looks whether it may be written. @throws ConfigurationError with what is wrong and what to do */
export function requireBackupFolder({ folder }: BackupSchedule): void {
  try {
    makePrivateFolder(folder);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const problem = fileProblem(error);
    throw problem === null
      ? error
      : new ConfigurationError([`the folder of backups ${folder} (TESSERA_BACKUP_DIR) cannot be written: ${problem}`]);
  }
}

/**
 * Makes the backup that is due, also one that was missed while nothing ran, but not within the hour after a try that failed or
 * that ended with its process. Removes what is more than is to be kept: nothing
 * before the new one is complete. Keys are kept apart.
 * @param backUp see `backUp` of the composition
 * @returns the folder of the new backup; null if none was due
 */
export async function backUpWhenDue(
  schedule: BackupSchedule,
  now: Date,
  backUp: (place: BackupPlace) => Promise<unknown>,
): Promise<string | null> {
  const dueAt = nextBackupAt(schedule, now);
  if (dueAt > now) return null;
  requireBackupFolder(schedule);
  const mark = join(schedule.folder, TRY);
  const triedAt = statSync(mark, { throwIfNoEntry: false })?.mtimeMs ?? -Infinity;
  const since = now.getTime() - triedAt;
  if (since >= 0 && since < PAUSE_AFTER_FAILED_TRY_MS) return null;
  noteTry(mark, now);
  const folder = join(schedule.folder, `tessera-${dueAt.toISOString().slice(0, 16).replace(/:/, '')}`);
  await backUp({ folder, withKeys: false });
  rmSync(mark, { force: true });
  for (const { path } of listBackups(schedule.folder).slice(0, -schedule.keep)) rmSync(path, { recursive: true });
  return folder;
}

function noteTry(mark: string, now: Date): void {
  writeFileSync(mark, '', { mode: 0o600 });
  utimesSync(mark, now, now);
}
