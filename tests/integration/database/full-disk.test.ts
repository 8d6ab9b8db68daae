import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import { openEmbeddedDatabase } from '@/lib/database/embedded/open-embedded-database';
import { explainFault } from '@/lib/server/observability/explain-fault';
import { poll } from '@/lib/kit/poll';

const directory = mkdtempSync(join(tmpdir(), 'tessera-full-disk-'));
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256m', 'tmpfs', directory]).status === 0;
if (!isMounted)
  console.warn('Only root on Linux can mount a small disk: what happens on a full one is not tested here.');

describe.runIf(isMounted)('the embedded database on a full disk', () => {
  const ballast = join(directory, 'ballast');
  const faults: unknown[] = [];
  let database: Database;

  beforeAll(async () => {
    database = await openEmbeddedDatabase(directory, (error) => void faults.push(error));
    await database.client.$executeRaw`CREATE TABLE entry (id int PRIMARY KEY, text text)`;
  });

  beforeEach(async () => {
    faults.length = 0;
    await database.client.$executeRaw`TRUNCATE entry`;
  });

  afterAll(async () => {
    await database.close();
    // The database that broke down has left its files open.
    execFileSync('umount', ['--lazy', directory]);
  });

  const write = (id: number) =>
    database.client.$executeRaw`
      INSERT INTO entry SELECT ${id}, string_agg(md5(random()::text), '') FROM generate_series(1, 100)`;
  const count = async () => database.client.$queryRaw`SELECT count(*)::int FROM entry`;

  function fillDisk(): void {
    const { bavail, bsize } = statfsSync(directory);
    writeFileSync(ballast, new Uint8Array(bavail * bsize - 100_000));
  }

  /** Until one fails. @returns how many were acknowledged, and why the next was not */
  async function writeUntilRefused(): Promise<{ acknowledged: number; error: unknown }> {
    for (let id = 0; ; id++) {
      try {
        await write(id);
      } catch (error) {
        return { acknowledged: id, error };
      }
    }
  }

  it('the database refuses writes in plain words, reads on, loses nothing, and goes on once there is space', async () => {
    fillDisk();
    const { acknowledged, error } = await writeUntilRefused();
    expect(explainFault(error as Error)).toMatch(/disk.*is full: free some space, and Tessera goes on by itself/);
    expect(await count()).toEqual([{ count: acknowledged }]);
    await expect(database.checkHealth()).rejects.toMatchObject({ code: 'ENOSPC' });
    rmSync(ballast);
    await write(acknowledged);
    expect(await count()).toEqual([{ count: acknowledged + 1 }]);
    await expect(database.checkHealth()).resolves.toBeUndefined();
  });

  it('a database that cannot write its log fails, is reopened once there is space, and has all acknowledged data', async () => {
    await write(0);
    fillDisk();
    const fillLog = async () => {
      for (;;) await database.client.$queryRaw`SELECT pg_logical_emit_message(false, '', repeat('a', 1000000))::text`;
    };
    await expect(Promise.all([fillLog(), fillLog()])).rejects.toThrow(/No space left on device/);
    await expect(database.checkHealth()).rejects.toThrow(/.*/);
    rmSync(ballast);
    await poll('the database to be well', () =>
      database.checkHealth().then(
        () => true,
        () => false,
      ),
    );
    expect(await count()).toEqual([{ count: 1 }]);
    await write(1);
    expect(await count()).toEqual([{ count: 2 }]);
    expect(explainFault(faults[0] as Error)).toMatch(/disk.*is full/);
  });
});
