import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../support/servers/run-command';

const smallDisk = mkdtempSync(join(tmpdir(), 'tessera-small-disk-'));
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', smallDisk]).status === 0;
if (!isMounted)
  console.warn('Only root on Linux can mount a small disk: what happens on a full one is not tested here.');

describe('a backup of the embedded database', () => {
  let directory: string;
  let backup: string;
  const readSecret = (name: string): string =>
    (JSON.parse(readFileSync(join(directory, 'data', 'secrets.json'), 'utf8')) as Record<string, string>)[name] ?? '';
  const env = (name: string) => ({ TESSERA_DATA_DIR: join(directory, name), DATABASE_URL: '' });

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'tessera-backup-'));
    backup = join(directory, 'backup');
    await runCommand('user', ['add', 'jane.doe'], {
      env: env('data'),
      input: 'correct horse battery staple 7',
    });
  });

  afterAll(() => {
    rmSync(directory, { recursive: true });
    if (isMounted) spawnSync('umount', ['--lazy', smallDisk]);
    rmSync(smallDisk, { recursive: true, force: true });
  });

  it('a backup is readable by its owner only, says that it holds the keys, and overwrites nothing', async () => {
    const made = await runCommand('backup', [backup], { env: env('data') });
    expect(made).toMatchObject({ code: 0, output: expect.stringMatching(/1 audit records\.\nIt holds the keys/) });
    expect(readdirSync(backup).toSorted()).toEqual(['backup.json', 'database.tar.gz', 'secrets.json']);
    for (const name of readdirSync(backup)) expect(statSync(join(backup, name)).mode & 0o777).toBe(0o600);
    const again = await runCommand('backup', [backup], { env: env('data') });
    expect(again).toMatchObject({ code: 1, output: expect.stringContaining('already exists') });
  });

  it('a backup is restored into another directory completely, and the log goes on from there', async () => {
    const restored = await runCommand('restore', [backup], { env: env('restored') });
    expect(restored).toMatchObject({ code: 0, output: expect.stringContaining('1 audit records, all intact') });
    expect(readFileSync(join(directory, 'restored', 'secrets.json'))).toEqual(
      readFileSync(join(directory, 'data', 'secrets.json')),
    );
    const taken = await runCommand('user', ['add', 'jane.doe'], {
      env: env('restored'),
      input: 'correct horse battery staple 7',
    });
    expect(taken.output).toContain('There is an account jane.doe already.');
  });

  it('a backup without keys is restored where they are at hand again, and nowhere else', async () => {
    const apart = join(directory, 'apart');
    const made = await runCommand('backup', [apart, '--without-keys'], { env: env('data') });
    expect(made).toMatchObject({ code: 0, output: expect.stringContaining('keep them elsewhere') });
    expect(readdirSync(apart).toSorted()).toEqual(['backup.json', 'database.tar.gz']);
    const refused = await runCommand('restore', [apart], { env: env('keyless') });
    expect(refused).toMatchObject({
      code: 1,
      output: expect.stringContaining('none are at hand: put the secrets.json'),
    });
    expect(existsSync(join(directory, 'keyless'))).toBe(false);

    mkdirSync(join(directory, 'keyless'), { mode: 0o700 });
    cpSync(join(directory, 'data', 'secrets.json'), join(directory, 'keyless', 'secrets.json'));
    const restored = await runCommand('restore', [apart], { env: env('keyless') });
    expect(restored).toMatchObject({ code: 0, output: expect.stringContaining('1 audit records, all intact') });
  });

  it('a restore with the wrong keys names them, and writes nothing', async () => {
    const [id = ''] = readSecret('TESSERA_DATA_KEYS').split(':');
    for (const [keys, words] of [
      [`k-other:${'ab'.repeat(32)}`, `made with the key ${id}, and the keys at hand are k-other`],
      [`${id}:${'ab'.repeat(32)}`, `the key ${id} at hand is another one`],
    ] as const) {
      const refused = await runCommand('restore', [backup], { env: { ...env('wrong'), TESSERA_DATA_KEYS: keys } });
      expect(refused).toMatchObject({ code: 1, output: expect.stringContaining(words) });
      expect(existsSync(join(directory, 'wrong'))).toBe(false);
    }
  });

  it('a restore never overwrites a database', async () => {
    const refused = await runCommand('restore', [backup], { env: env('data') });
    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('database already exists; move') });
  });

  it.each([
    ['database.tar.gz', (file: string) => appendFileSync(file, 'x'), 'is damaged'],
    ['secrets.json', (file: string) => writeFileSync(file, '{}'), 'is damaged'],
    ['database.tar.gz', (file: string) => rmSync(file), 'database.tar.gz is missing'],
    ['backup.json', (file: string) => truncateSync(file, 100), 'backup.json is damaged'],
    [
      'backup.json',
      (file: string) => writeFileSync(file, '{"hashes":{"database.tar.gz":7}}'),
      'backup.json is damaged',
    ],
    ['backup.json', (file: string) => rmSync(file), 'is not a backup: it has no backup.json'],
    [
      'backup.json',
      (file: string) =>
        writeFileSync(
          file,
          readFileSync(file, 'utf8').replace('"migrations": [', '"migrations": ["29990101000000_contract_99_0_new",'),
        ),
      'newer version of Tessera: its newest migration is 29990101000000_contract_99_0_new',
    ],
  ])('a backup whose %s was changed or lost is refused in words, and leaves nothing', async (name, change, words) => {
    const copy = join(directory, 'changed');
    rmSync(copy, { recursive: true, force: true });
    cpSync(backup, copy, { recursive: true });
    change(join(copy, name));
    const refused = await runCommand('restore', [copy], { env: env('refused') });
    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining(words) });
    expect(refused.output.trimEnd().split('\n')).toHaveLength(1);
    expect(refused.output).not.toContain('cannot start');
    expect(existsSync(join(directory, 'refused'))).toBe(false);
  });

  describe.runIf(isMounted)('with a small disk', () => {
    it('a backup to a full disk fails with the reason and leaves nothing half done', async () => {
      const refused = await runCommand('backup', [join(smallDisk, 'backup')], { env: env('data') });
      expect(refused).toEqual({
        code: 1,
        output: `${join(smallDisk, 'backup')} cannot be written: the disk is full: free some space\n`,
        errors: expect.anything(),
      });
      expect(readdirSync(smallDisk)).toEqual([]);
    });

    it('a restore to a full disk fails with the reason and leaves neither half a database nor the secrets', async () => {
      const dataDirectory = join(smallDisk, 'data');
      const refused = await runCommand('restore', [backup], {
        env: { TESSERA_DATA_DIR: dataDirectory, DATABASE_URL: '' },
      });
      expect(refused.code).toBe(1);
      expect(refused.output).toBe(
        `the data directory ${dataDirectory} cannot be used: the disk is full: free some space, or set TESSERA_DATA_DIR to another directory\n`,
      );
      expect(readdirSync(dataDirectory).filter((name) => !name.startsWith('lock.'))).toEqual([]);
    });
  });
});
