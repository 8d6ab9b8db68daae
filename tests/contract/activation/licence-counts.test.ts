import { beforeEach, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import { PrismaLicenceCounts } from '@/lib/database/tables/activation/prisma-licence-counts';
import { FreeLicences, lowPools, type LicenceCount } from '@/lib/activation/licences/free-licences';
import { DAY, MINUTE } from '@/lib/shared/time/duration';
import { forEachDatabase } from '../../support/databases/databases';

const NOON = new Date('2026-11-30T12:00:00Z');
const after = (milliseconds: number) => new Date(NOON.getTime() + milliseconds);
const EVER = new Date(0);
const whole = (...pools: LicenceCount['pools']): LicenceCount => ({ pools, isWhole: true });

forEachDatabase((_kind, open) => {
  let database: Database;
  let counts: PrismaLicenceCounts;

  beforeEach(async () => {
    database ??= await open();
    counts = new PrismaLicenceCounts(database.client);
    await database.client.licencePool.deleteMany();
    await database.client.licenceCount.deleteMany();
  });

  it('nothing is read before the first count, and afterwards the last one by type and unit', async () => {
    expect(await counts.read()).toBeNull();
    await counts.keep(
      whole({ type: 'DAL10', unit: 'north', free: 7 }, { type: 'DAL10', unit: '', free: 3 }),
      NOON,
      EVER,
    );
    await counts.keep(
      whole({ type: 'DAL10', unit: 'north', free: 6 }, { type: 'DAL10', unit: '', free: 3 }),
      after(1),
      EVER,
    );
    expect(await counts.read()).toEqual({
      pools: [
        { type: 'DAL10', unit: '', free: 3 },
        { type: 'DAL10', unit: 'north', free: 6 },
      ],
      isWhole: true,
      countedAt: after(1),
    });
  });

  it('a pool that a whole count no longer has is empty, and is forgotten when it has been for long', async () => {
    await counts.keep(whole({ type: 'DAL10', unit: '', free: 3 }), NOON, EVER);
    await counts.keep(whole(), after(DAY), EVER);
    expect((await counts.read())?.pools).toEqual([{ type: 'DAL10', unit: '', free: 0 }]);
    await counts.keep(whole(), after(2 * DAY), after(1));
    expect(await counts.read()).toEqual({ pools: [], isWhole: true, countedAt: after(2 * DAY) });
  });

  it('a count that broke off says nothing about pools that it does not have', async () => {
    await counts.keep(whole({ type: 'DAL10', unit: '', free: 3 }), NOON, EVER);
    await counts.keep({ pools: [{ type: 'GO7', unit: '', free: 20_000 }], isWhole: false }, after(1), EVER);
    const read = await counts.read();
    expect(read).toMatchObject({
      isWhole: false,
      pools: [
        { type: 'DAL10', free: 3 },
        { type: 'GO7', free: 20_000 },
      ],
    });
    expect(read && lowPools(read, 50)).toEqual([]);
  });

  it('licences are counted once an hour for all processes, and a count that fails leaves the last one', async () => {
    const clock = { time: NOON, now: () => clock.time };
    let calls = 0;
    const stock = {
      count: async () => {
        calls += 1;
        if (calls === 2) throw new Error('away');
        return whole({ type: 'DAL10', unit: '', free: 40 });
      },
    };
    const [here, there] = [1, 2].map(() => new FreeLicences(stock, counts, clock, 50)) as [FreeLicences, FreeLicences];
    await here.countWhenDue();
    clock.time = after(59 * MINUTE);
    await there.countWhenDue();
    expect(calls).toBe(1);
    clock.time = after(60 * MINUTE);
    await expect(there.countWhenDue()).rejects.toThrow('away');
    expect(await here.latest()).toMatchObject({ countedAt: NOON, pools: [{ free: 40 }] });
    await here.countWhenDue();
    expect(await there.latest()).toMatchObject({ countedAt: clock.time });
  });
});

it('a pool is low below the mark, and never with a mark of 0', () => {
  const count = whole(
    { type: 'a', unit: '', free: 49 },
    { type: 'b', unit: '', free: 50 },
    { type: 'c', unit: '', free: 0 },
  );
  expect(lowPools(count, 50).map(({ type }) => type)).toEqual(['a', 'c']);
  expect(lowPools(count, 0)).toEqual([]);
});
