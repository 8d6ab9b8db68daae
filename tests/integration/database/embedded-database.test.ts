import fs, { mkdtempSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedDatabase } from '@/lib/database/embedded/open-embedded-database';

describe('the embedded database', () => {
  const original = fs.fsyncSync;
  let directory: string;
  let synced: number;

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'tessera-embedded-'));
    fs.fsyncSync = (file) => {
      synced += 1;
      original(file);
    };
    syncBuiltinESMExports();
  });

  afterAll(() => {
    fs.fsyncSync = original;
    syncBuiltinESMExports();
    rmSync(directory, { recursive: true });
  });

  /** @returns how often something was put onto the disk for 20 changes */
  async function change(fsync?: boolean): Promise<number> {
    const database = await openEmbeddedDatabase(directory, undefined, fsync === undefined ? undefined : { fsync });
    synced = 0;
    for (let count = 0; count < 20; count++)
      await database.client.$executeRaw`INSERT INTO device_name VALUES (${`VDS${fsync}-${count}`}, 'phone')`;
    const changes = synced;
    await database.close();
    return changes;
  }

  it('threat: each change is on the disk before it is acknowledged, so that a power failure loses none', async () => {
    expect(await change()).toBeGreaterThanOrEqual(20);
  });

  it('the demo’s database does not wait for the disk', async () => {
    expect(await change(false)).toBe(0);
  });

  it('the database is vacuumed and analysed when changes call for it, and not otherwise', async () => {
    const database = await openEmbeddedDatabase(directory, undefined, { fsync: false });
    const look = async () => {
      const [row] = await database.client.$queryRaw<{ dead: number; tuples: number; done: Date | null }[]>`
        SELECT n_dead_tup::int AS dead, reltuples::int AS tuples, last_vacuum AS done
        FROM pg_stat_user_tables JOIN pg_class ON pg_class.oid = relid WHERE pg_class.relname = 'device_name'`;
      return row;
    };
    for (let count = 0; count < 100; count++)
      await database.client.$executeRaw`UPDATE device_name SET name = ${String(count)}`;
    expect(await look()).toMatchObject({ tuples: -1, done: null });
    await database.maintain();
    const after = await look();
    expect(after).toMatchObject({ tuples: 40, done: expect.any(Date) });
    expect(after?.dead).toBeLessThan(50);
    await database.maintain();
    expect(await look()).toEqual(after);
    await database.close();
  });
});
