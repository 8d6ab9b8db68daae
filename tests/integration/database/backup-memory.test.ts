import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import { copyFolder } from '@/lib/database/embedded/copy-files';
import { openEmbeddedDatabase } from '@/lib/database/embedded/open-embedded-database';
import { restoreBackup } from '@/lib/database/embedded/embedded-backup';
import { packFolder, unpackArchive } from '@/lib/database/embedded/tar-archive';
import { repository } from '../../support/repository';

const MEGABYTE = 2 ** 20;

const directory = mkdtempSync(join(tmpdir(), 'tessera-backup-memory-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** A process of its own, whose highest memory is its own: packs a folder and unpacks it again. @returns its highest memory in bytes */
function memoryOf(folder: string): number {
  const program = `
    import { packFolder, unpackArchive } from './lib/database/embedded/tar-archive.ts';
    const [folder] = process.argv.slice(1);
    await packFolder(folder, folder + '.tar.gz');
    await unpackArchive(folder + '.tar.gz', folder + '-unpacked');
    console.log(process.resourceUsage().maxRSS * 1024);`;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', program, folder];
  return Number(execFileSync(process.execPath, args, { cwd: repository, encoding: 'utf8' }));
}

it('threat: memory used up by use: a backup and a restore take no more memory for a larger database', () => {
  const [small, large] = [join(directory, 'small'), join(directory, 'large')];
  for (const [folder, files] of [
    [small, 1],
    [large, 60],
  ] as const) {
    mkdirSync(folder);
    for (let file = 0; file < files; file++)
      writeFileSync(join(folder, String(file)), Buffer.alloc(4 * MEGABYTE, file));
  }
  expect(memoryOf(large) - memoryOf(small)).toBeLessThan(60 * MEGABYTE);
});

describe('the copy of a database that a backup takes', () => {
  let database: Database;
  const data = join(directory, 'data');
  const copies = () => readdirSync(data).filter((name) => name.startsWith('database.copy-'));
  beforeAll(async () => {
    mkdirSync(data, { mode: 0o700 });
    database = await openEmbeddedDatabase(data, () => {}, { fsync: false });
    await database.client.$executeRaw`CREATE TABLE entry (id serial PRIMARY KEY, text text)`;
  });
  afterAll(() => database.close());

  const logMegabytes = () => {
    const log = join(data, 'database', 'pg_wal');
    return readdirSync(log).reduce((sum, name) => sum + statSync(join(log, name)).size / MEGABYTE, 0);
  };
  const write = () => database.client.$executeRaw`INSERT INTO entry (text) VALUES ('committed')`;
  const countIn = async (folder: string) => {
    const there = join(directory, 'opened');
    mkdirSync(there, { mode: 0o700 });
    cpSync(folder, join(there, 'database'), { recursive: true });
    const opened = await openEmbeddedDatabase(there, () => {}, { fsync: false });
    try {
      return await opened.client.$queryRaw`SELECT count(*)::int FROM entry`;
    } finally {
      await opened.close();
      rmSync(there, { recursive: true });
    }
  };

  it('a copy holds what was committed before it, nothing of what waited, and no file that is also the original', async () => {
    await write();
    const copy = copyFolder(data);
    const copying = database.copyFiles(copy);
    // While the files are copied it waits.
    await expect.poll(() => existsSync(copy)).toBe(true);
    await write();
    await copying;
    const linked = readdirSync(copy, { recursive: true, encoding: 'utf8' })
      .map((name) => statSync(join(copy, name)))
      .filter((entry) => entry.isFile() && entry.nlink > 1);
    expect(linked).toEqual([]);
    await packFolder(copy, `${copy}.tar.gz`);
    rmSync(copy, { recursive: true });
    await unpackArchive(`${copy}.tar.gz`, copy);
    expect(await countIn(copy)).toEqual([{ count: 1 }]);
    rmSync(`${copy}.tar.gz`);
    rmSync(copy, { recursive: true });
  });

  it('a backup that an earlier version made, of which PGlite wrote the archive, is restored', async () => {
    const archive = join(directory, 'database.tar.gz');
    const { PGlite } = await import('@electric-sql/pglite');
    const pglite = await PGlite.create();
    await pglite.exec('CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)');
    writeFileSync(archive, new Uint8Array(await (await pglite.dumpDataDir('gzip')).arrayBuffer()));
    await pglite.close();
    const restored = join(directory, 'restored');
    mkdirSync(restored, { mode: 0o700 });
    await restoreBackup({ archive, secrets: null } as Parameters<typeof restoreBackup>[0], restored);
    const opened = await PGlite.create({ dataDir: join(restored, 'database') });
    expect((await opened.query('SELECT * FROM kept')).rows).toEqual([{ id: 7 }]);
    await opened.close();
  });

  it('a copy that a killed process left in the data directory is removed by the next start', async () => {
    await database.copyFiles(copyFolder(data));
    expect(copies()).toHaveLength(1);
    await database.close();
    database = await openEmbeddedDatabase(data, () => {}, { fsync: false });
    expect(copies()).toEqual([]);
  });

  it('the log of the database does not grow until the stop: maintaining it makes a checkpoint', async () => {
    for (let round = 0; round < 3; round++) {
      for (let written = 0; written < 60; written++)
        await database.client.$queryRaw`SELECT pg_logical_emit_message(false, '', repeat('a', 1000000))::text`;
      await database.maintain();
    }
    expect(logMegabytes()).toBeLessThan(130);
  });
});
