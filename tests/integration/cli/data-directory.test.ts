import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigurationError, describeDirectoryError } from '@/lib/config/configuration-error';
import { openDataDirectory, tightenDirectory } from '@/lib/config/data-directory/secure-data-directory';
import { requireBackupFolder } from '@/lib/database/embedded/daily-backups';
import { runCommand } from '../../support/servers/run-command';

const isRoot = process.getuid?.() === 0;

function notPermitted(path: string): Error {
  return Object.assign(new Error('at fault'), { code: 'EACCES', path });
}

describe('a data directory', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'tessera-directory-'));
  });

  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  const modes = () =>
    ['.', ...(readdirSync(directory, { recursive: true }) as string[])].map((name) =>
      (statSync(join(directory, name)).mode & 0o777).toString(8),
    );

  it('the directory is created for its owner only, with its parents', () => {
    openDataDirectory(join(directory, 'a', 'b'));
    expect(statSync(join(directory, 'a', 'b')).mode & 0o777).toBe(0o700);
  });

  it('threat: one that other users can read, as it was unpacked or copied, is closed to them, at any depth', () => {
    mkdirSync(join(directory, 'database', 'base'), { recursive: true });
    for (const name of ['secrets.json', 'database/base/1', 'lock.1']) writeFileSync(join(directory, name), '');
    for (const name of readdirSync(directory, { recursive: true }) as string[]) chmodSync(join(directory, name), 0o777);
    chmodSync(directory, 0o755);
    openDataDirectory(directory);
    tightenDirectory(directory);
    expect(new Set(modes())).toEqual(new Set(['700']));
  });

  it('the owner’s own permissions are left unchanged', () => {
    writeFileSync(join(directory, 'file'), '', { mode: 0o640 });
    chmodSync(join(directory, 'file'), 0o640);
    tightenDirectory(directory);
    expect(statSync(join(directory, 'file')).mode & 0o777).toBe(0o600);
  });

  it('the directory may be a link, and links in it are left unchanged', () => {
    const outside = mkdtempSync(join(tmpdir(), 'tessera-outside-'));
    chmodSync(outside, 0o755);
    symlinkSync(outside, join(directory, 'inside'));
    const link = `${directory}.link`;
    symlinkSync(directory, link);
    openDataDirectory(link);
    tightenDirectory(link);
    expect(statSync(outside).mode & 0o777).toBe(0o755);
    rmSync(link);
    rmSync(outside, { recursive: true });
  });

  it.skipIf(!isRoot)(
    'threat: one that belongs to another user, who could read it, is refused, and so is what is in it',
    () => {
      writeFileSync(join(directory, 'secrets.json'), '');
      chownSync(join(directory, 'secrets.json'), 12_345, 12_345);
      expect(() => tightenDirectory(directory)).toThrow('secrets.json belongs to another user (number 12345)');
      chownSync(directory, 12_345, 12_345);
      expect(() => openDataDirectory(directory)).toThrow(ConfigurationError);
    },
  );

  it.each([
    ['EACCES', 'make that user its owner'],
    ['EROFS', 'read-only'],
    ['ENOSPC', 'the disk is full'],
    ['53100', 'the disk is full'],
    ['EEXIST', 'not a directory'],
  ])('a data directory that cannot be used (%s) is told in words', (code, words) => {
    const error = describeDirectoryError('/data', Object.assign(new Error('at fault'), { code }));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(String(error)).toMatch(new RegExp(`the data directory /data cannot be used: .*${words}`));
  });

  it('any other fault is passed through unchanged', () => {
    const fault = new TypeError('at fault');
    expect(describeDirectoryError('/data', fault)).toBe(fault);
  });

  it('an unreadable file of the build is not blamed on the directory', () => {
    const path = '/nowhere/.next/programs/database-1/PG_VERSION';
    expect(String(describeDirectoryError('/data', notPermitted(path)))).toMatch(
      `${path} cannot be read by the user that runs`,
    );
    expect(String(describeDirectoryError('/data', notPermitted('/data/database')))).toContain(
      'the data directory /data',
    );
    // Its copy could not be written.
    expect(String(describeDirectoryError('/data', notPermitted(tmpdir())))).toContain('the data directory /data');
  });

  it('a data directory that is a file stops a command with words and without a stack', async () => {
    writeFileSync(join(directory, 'file'), '');
    const env = { TESSERA_DATA_DIR: join(directory, 'file'), DATABASE_URL: '' };
    const { code, output } = await runCommand('audit-verify', [], { env });
    expect(code).toBe(1);
    expect(output).toMatch(/cannot be used: it is not a directory/);
    expect(output).not.toContain(' at ');
  });

  it('a folder on a disk that is read-only stops a command, and backups, with words and without a stack', async (context) => {
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', directory]).status !== 0) return context.skip();
    try {
      const folder = join(directory, 'not', 'there');
      const { code, output } = await runCommand('audit-verify', [], {
        env: { TESSERA_DATA_DIR: folder, DATABASE_URL: '' },
      });
      expect({ code, output }).toEqual({
        code: 1,
        output: expect.stringContaining('is on a file system that is read-only'),
      });
      expect(output).not.toContain(' at ');
      expect(() => requireBackupFolder({ folder, minuteOfDay: 0, keep: 1 })).toThrow(
        'is on a file system that is read-only',
      );
    } finally {
      spawnSync('umount', [directory]);
    }
  });

  it('a program leaves the data directory closed to other users, whatever the umask', async () => {
    const env = { TESSERA_DATA_DIR: join(directory, 'data'), DATABASE_URL: '' };
    expect(await runCommand('audit-verify', [], { env })).toMatchObject({ code: 0 });
    // PGlite gives its files a mode of its own, in directories that nobody else gets into.
    const reachable = readdirSync(directory, { withFileTypes: true, recursive: true }).filter(
      (entry) => entry.isDirectory() || !entry.parentPath.includes('database'),
    );
    const open = reachable.filter((entry) => (statSync(join(entry.parentPath, entry.name)).mode & 0o077) !== 0);
    expect(open.map(({ name }) => name)).toEqual([]);
    rmSync(join(directory, 'data', 'secrets.json'));
    const { code, output } = await runCommand('audit-verify', [], { env });
    expect(code).toBe(1);
    expect(output).toContain('secrets.json is missing');
  });
});
