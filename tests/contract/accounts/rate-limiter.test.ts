import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import { PrismaRateLimitStore } from '@/lib/database/tables/accounts/prisma-rate-limit-store';
import { MINUTE } from '@/lib/shared/time/duration';
import type { Budget, RateLimitStore, RefusedAttempts } from '@/lib/accounts/sign-in/rate-limiter';
import { forEachDatabase } from '../../support/databases/databases';
import { FakeClock } from '../../support/doubles/fake-clock';
import { MemoryRateLimitStore } from '../../support/doubles/stores/memory-rate-limiter';

let keys = 0;

function newBudget(attempts: number): Budget {
  return { key: `key ${(keys += 1)}`, attempts, windowMs: MINUTE };
}

/** What every adapter of the port `RateLimitStore` does. @param open gives a limiter that goes by the clock */
function rateLimitStoreContract(clock: FakeClock, open: () => Promise<RateLimitStore>): void {
  let limiter: RateLimitStore;
  let budget: Budget;

  beforeEach(async () => {
    limiter = await open();
    budget = newBudget(3);
  });

  /** @returns the answers: true for an attempt that may be made */
  async function take(times: number, ...budgets: Budget[]): Promise<boolean[]> {
    const answers: boolean[] = [];
    for (let count = 0; count < times; count++) answers.push((await limiter.take(budgets)) === null);
    return answers;
  }

  it('the limiter admits as many attempts as the limit, and tells the others when the window ends', async () => {
    const windowEndsAt = clock.in(MINUTE);
    expect(await take(3, budget)).toEqual([true, true, true]);
    clock.pass(MINUTE / 4);
    for (let count = 0; count < 2; count++)
      expect(await limiter.take([budget])).toEqual({ key: budget.key, windowEndsAt });
  });

  it('a new window starts when the old one ends, whatever number of attempts was refused', async () => {
    await take(9, budget);
    clock.pass(MINUTE - 1);
    expect(await take(1, budget)).toEqual([false]);
    clock.pass(1);
    expect(await take(4, budget)).toEqual([true, true, true, false]);
  });

  it('each key is counted by itself', async () => {
    await take(3, budget);
    expect(await take(1, newBudget(3))).toEqual([true]);
  });

  it('an attempt is counted against every budget that is passed', async () => {
    const wider = newBudget(5);
    await take(2, budget, wider);
    await take(2, wider);
    expect(await take(2, budget, wider)).toEqual([true, false]);
    expect(await take(1, wider)).toEqual([false]);
  });

  it('no budget is charged when one is used up, and the first such budget is named', async () => {
    const [one, two] = [newBudget(1), newBudget(1)];
    await take(1, one, two);
    for (let count = 0; count < 5; count++)
      expect(await limiter.take([budget, one, two])).toMatchObject({ key: one.key });
    expect(await limiter.take([two, budget, one])).toMatchObject({ key: two.key });
    expect(await take(4, budget)).toEqual([true, true, true, false]);
  });

  it('the limit holds for concurrent attempts', async () => {
    const taken = await Promise.all(Array.from({ length: 20 }, () => limiter.take([budget])));
    expect(taken.filter((usedUp) => usedUp === null)).toHaveLength(3);
  });

  it('the limit holds for concurrent attempts at the moment the window ends', async () => {
    await take(3, budget);
    clock.pass(MINUTE);
    const taken = await Promise.all(Array.from({ length: 20 }, () => limiter.take([budget])));
    expect(taken.filter((usedUp) => usedUp === null)).toHaveLength(3);
  });

  it('concurrent attempts that pass the same budgets in different orders do not deadlock', async () => {
    const [one, two] = [newBudget(100), newBudget(100)];
    const taken = await Promise.all(
      Array.from({ length: 40 }, (_, at) => limiter.take(at % 2 === 0 ? [one, two] : [two, one])),
    );
    expect(taken).toEqual(Array(40).fill(null));
  });

  it('each refunded attempt admits one more, up to the limit', async () => {
    await take(3, budget);
    await limiter.giveBack([budget]);
    expect(await take(2, budget)).toEqual([true, false]);
    for (let count = 0; count < 9; count++) await limiter.giveBack([budget]);
    expect(await take(4, budget)).toEqual([true, true, true, false]);
    await limiter.giveBack([newBudget(3)]);
  });

  it('a refund is not lost to attempts that were refused in between', async () => {
    await take(10, budget);
    for (let count = 0; count < 3; count++) await limiter.giveBack([budget]);
    expect(await take(4, budget)).toEqual([true, true, true, false]);
  });

  it('a reset clears the count of its own budget only', async () => {
    const other = newBudget(1);
    await take(3, budget);
    await take(1, other);
    await limiter.reset([budget]);
    expect(await take(1, budget)).toEqual([true]);
    expect(await take(1, other)).toEqual([false]);
  });

  it('the purge keeps a window that has not ended', async () => {
    await take(3, budget);
    await limiter.purge();
    expect(await take(1, budget)).toEqual([false]);
  });

  it('keys of 600 characters are accepted', async () => {
    budget = { ...budget, key: budget.key.padEnd(600, 'k') };
    expect(await take(4, budget)).toEqual([true, true, true, false]);
  });

  function refused(attempts: number, windowEndsAt = clock.in(MINUTE)): RefusedAttempts {
    const subject = { userId: 'jane.doe', domain: 'example.org' };
    return { key: budget.key, windowEndsAt, attempts, since: clock.now(), subject, network: '2001:db8::/64' };
  }

  const ended = async (before: Date) => (await limiter.takeEnded(before)).filter(({ key }) => key === budget.key);

  describe('what was refused', () => {
    it('refused attempts are counted by window, and reported once when the window has ended', async () => {
      const [first, other] = [refused(1), refused(7, clock.in(2 * MINUTE))];
      expect(await limiter.addRefused(first)).toBe(true);
      clock.pass(1_000);
      expect(await limiter.addRefused({ ...first, attempts: 41, since: clock.now() })).toBe(false);
      expect(await limiter.addRefused(other)).toBe(true);
      expect(await ended(first.windowEndsAt)).toEqual([]);
      const before = new Date(first.windowEndsAt.getTime() + 1);
      expect(await ended(before)).toEqual([{ ...first, attempts: 42 }]);
      expect(await ended(before)).toEqual([]);
      expect(await ended(clock.in(3 * MINUTE))).toEqual([other]);
    });

    it('only one of many concurrent refusals is the first, and only one caller gets the report', async () => {
      const one = { ...refused(1), subject: null, network: null };
      const firsts = await Promise.all(Array.from({ length: 20 }, () => limiter.addRefused(one)));
      expect(firsts.filter(Boolean)).toHaveLength(1);
      const answers = await Promise.all(Array.from({ length: 5 }, () => ended(clock.in(2 * MINUTE))));
      expect(answers.flat()).toEqual([{ ...one, attempts: 20 }]);
    });
  });
}

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
    limiter = new PrismaRateLimitStore(database, clock);
  });

  rateLimitStoreContract(clock, async () => limiter);

  describe('clearing out', () => {
    beforeEach(() => database.client.rateLimit.deleteMany());

    it('the purge deletes windows that have ended', async () => {
      await limiter.take([{ key: 'ended', attempts: 1, windowMs: MINUTE }]);
      await limiter.take([{ key: 'open', attempts: 1, windowMs: 2 * MINUTE }]);
      clock.pass(MINUTE + 1);
      await limiter.purge();
      expect(await database.client.rateLimit.findMany({ select: { key: true } })).toEqual([{ key: 'open' }]);
    });
  });

  it('the limit is shared by all replicas', async () => {
    const replica = new PrismaRateLimitStore(database, clock);
    const budget = { key: 'shared', attempts: 2, windowMs: MINUTE };
    expect(await limiter.take([budget])).toBeNull();
    expect(await replica.take([budget])).toBeNull();
    expect(await limiter.take([budget])).toMatchObject({ key: 'shared' });
  });
});
