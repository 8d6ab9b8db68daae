import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupSchedule } from '../../config/sections/data-settings';
import { DAY, MINUTE } from '../../shared/time/duration';
import type { BackupPlace } from './embedded-backup';

/** A backup of a schedule: `tessera-2026-11-30T0230`, by the day and time that it was due, in UTC. */
const NAME = /^tessera-(\d{4}-\d{2}-\d{2}T\d{2})(\d{2})$/;

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

/**
 * Makes the backup that is due, also one that was missed while nothing ran, and removes what is more than is to be kept: nothing
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
  mkdirSync(schedule.folder, { recursive: true, mode: 0o700 });
  const folder = join(schedule.folder, `tessera-${dueAt.toISOString().slice(0, 16).replace(/:/, '')}`);
  await backUp({ folder, withKeys: false });
  for (const { path } of listBackups(schedule.folder).slice(0, -schedule.keep)) rmSync(path, { recursive: true });
  return folder;
}
