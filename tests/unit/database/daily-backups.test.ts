import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUpWhenDue, listBackups, nextBackupAt } from '@/lib/database/embedded/daily-backups';
import type { BackupPlace } from '@/lib/database/embedded/embedded-backup';

const at = (time: string) => new Date(`${time}:00Z`);

const failing = () => Promise.reject(new Error('the disk is full'));

describe('the daily backups of a site', () => {
  let folder: string;
  const schedule = (keep = 14) => ({ folder: join(folder, 'backups'), minuteOfDay: 2 * 60 + 30, keep });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tessera-daily-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const places: BackupPlace[] = [];
  const backUp = async (place: BackupPlace) => {
    places.push(place);
    mkdirSync(place.folder);
  };
  const run = (time: string, keep?: number) => backUpWhenDue(schedule(keep), at(time), backUp);

  it('a backup is made once for each day, at its time, and without keys', async () => {
    const first = join(folder, 'backups', 'tessera-2026-11-30T0230');
    expect(await run('2026-11-30T02:30')).toBe(first);
    expect(places.at(-1)).toEqual({ folder: first, withKeys: false });
    for (const time of ['2026-11-30T02:31', '2026-11-30T23:59', '2026-12-01T02:29']) expect(await run(time)).toBe(null);
    expect(await run('2026-12-01T02:30')).toBe(join(folder, 'backups', 'tessera-2026-12-01T0230'));
  });

  it('a backup that was missed is made at once, and is that of the time when it was due', async () => {
    expect(nextBackupAt(schedule(), at('2026-11-30T02:29'))).toEqual(at('2026-11-29T02:30'));
    expect(await run('2026-11-30T02:29')).toContain('tessera-2026-11-29T0230');
    expect(nextBackupAt(schedule(), at('2026-11-30T02:29'))).toEqual(at('2026-11-30T02:30'));
    expect(await run('2026-12-05T12:00')).toContain('tessera-2026-12-05T0230');
  });

  it('the oldest backups go when there are more than are kept, and nothing else in their folder does', async () => {
    mkdirSync(join(folder, 'backups'));
    for (const name of ['by-hand', 'tessera-2026-11-28T0230.creating', 'tessera-2026-13-99T9999'])
      mkdirSync(join(folder, 'backups', name));
    writeFileSync(join(folder, 'backups', 'note.txt'), '');
    for (const day of ['28', '29', '30']) await run(`2026-11-${day}T02:30`, 2);
    expect(readdirSync(join(folder, 'backups')).toSorted()).toEqual([
      'by-hand',
      'note.txt',
      'tessera-2026-11-28T0230.creating',
      'tessera-2026-11-29T0230',
      'tessera-2026-11-30T0230',
      'tessera-2026-13-99T9999',
    ]);
  });

  it('a try that ended with its process is not made up for right after the next start, but an hour later', async () => {
    // The process is killed while it makes the backup: nothing after the call runs.
    void backUpWhenDue(schedule(), at('2026-11-30T02:30'), () => new Promise(() => {}));
    for (const time of ['02:31', '02:59', '03:29']) expect(await run(`2026-11-30T${time}`)).toBe(null);
    expect(await run('2026-11-30T03:30')).toContain('tessera-2026-11-30T0230');
    expect(await run('2026-12-01T02:30')).toContain('tessera-2026-12-01T0230');
  });

  it('a folder that may not be written is named with its setting, not the data directory', async () => {
    writeFileSync(join(folder, 'backups'), '');
    await expect(run('2026-11-30T02:30')).rejects.toThrow(
      `the folder of backups ${join(folder, 'backups')} (TESSERA_BACKUP_DIR) cannot be written: it is not a directory`,
    );
  });

  it('a backup that fails is tried again after an hour, and the old ones stay', async () => {
    await run('2026-11-29T02:30', 1);
    await expect(backUpWhenDue(schedule(1), at('2026-11-30T02:30'), failing)).rejects.toThrow('the disk is full');
    expect(listBackups(schedule().folder)).toHaveLength(1);
    expect(await run('2026-11-30T03:29', 1)).toBe(null);
    expect(await run('2026-11-30T03:30', 1)).toContain('2026-11-30');
    expect(listBackups(schedule().folder)).toHaveLength(1);
  });
});
