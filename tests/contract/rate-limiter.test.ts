import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import { PrismaRateLimitStore } from '@/lib/database/tables/prisma-rate-limit-store';
import { MINUTE } from '@/lib/shared/time/duration';
import { forEachDatabase } from '../support/databases/databases';
import { FakeClock } from '../support/doubles/fake-clock';
import { MemoryRateLimitStore } from '../support/doubles/stores/memory-rate-limiter';
import { rateLimitStoreContract } from './rate-limiter.contract';

describe('in memory', () => {
  const clock = new FakeClock();
  rateLimitStoreContract(clock, async () => new MemoryRateLimitStore(clock));
});

forEachDatabase((_name, open) => {
  const clock = new FakeClock();
  let database: Database;
  let limiter: PrismaRateLimitStore;

  beforeAll(async () => {
    database = await open();
    limiter = new PrismaRateLimitStore(database.client, clock);
  });

  rateLimitStoreContract(clock, async () => limiter);

  describe('clearing out', () => {
    beforeEach(() => database.client.rateLimit.deleteMany());

    it('leaves no row of a window that has ended', async () => {
      await limiter.take([{ key: 'ended', attempts: 1, windowMs: MINUTE }]);
      await limiter.take([{ key: 'open', attempts: 1, windowMs: 2 * MINUTE }]);
      clock.pass(MINUTE + 1);
      await limiter.purge();
      expect(await database.client.rateLimit.findMany({ select: { key: true } })).toEqual([{ key: 'open' }]);
    });
  });

  it('counts for all replicas together', async () => {
    const replica = new PrismaRateLimitStore(database.client, clock);
    const budget = { key: 'shared', attempts: 2, windowMs: MINUTE };
    expect(await limiter.take([budget])).toBeNull();
    expect(await replica.take([budget])).toBeNull();
    expect(await limiter.take([budget])).toMatchObject({ key: 'shared' });
  });
});
