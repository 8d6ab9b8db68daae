import { beforeEach, expect, it } from 'vitest';
import type { RateLimiter } from '@/lib/access/rate-limiter';
import { MINUTE } from '@/lib/shared/duration';
import type { FakeClock } from '../support/fake-clock';

const LIMIT = { attempts: 3, windowMs: MINUTE };
let keys = 0;

/** What every adapter of the port `RateLimiter` does. @param open gives a limiter that goes by the clock */
export function rateLimiterContract(clock: FakeClock, open: () => Promise<RateLimiter>): void {
  let limiter: RateLimiter;
  let key: string;

  beforeEach(async () => {
    limiter = await open();
    key = `key ${(keys += 1)}`;
  });

  async function consume(times: number): Promise<number[]> {
    const waits: number[] = [];
    for (let count = 0; count < times; count++) waits.push(await limiter.consume(key, LIMIT));
    return waits;
  }

  it('lets as many through as the limit says, and tells the rest how long to wait', async () => {
    expect(await consume(3)).toEqual([0, 0, 0]);
    clock.pass(MINUTE / 4);
    expect(await consume(2)).toEqual([(MINUTE * 3) / 4, (MINUTE * 3) / 4]);
  });

  it('never asks to wait for less than a millisecond', async () => {
    await consume(3);
    clock.pass(MINUTE - 1);
    expect(await consume(1)).toEqual([1]);
  });

  it('counts anew when the window has ended, however often it was tried meanwhile', async () => {
    await consume(9);
    clock.pass(MINUTE);
    expect(await consume(4)).toEqual([0, 0, 0, MINUTE]);
  });

  it('counts each key by itself', async () => {
    await consume(3);
    expect(await limiter.consume(`${key} too`, LIMIT)).toBe(0);
  });

  it('lets exactly as many through when all come at the same moment', async () => {
    const waits = await Promise.all(Array.from({ length: 20 }, () => limiter.consume(key, LIMIT)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(3);
  });

  it('lets exactly as many through when all come at the moment the window ends', async () => {
    await consume(3);
    clock.pass(MINUTE);
    const waits = await Promise.all(Array.from({ length: 20 }, () => limiter.consume(key, LIMIT)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(3);
  });

  it('lets one more through for each attempt that is given back, and no more than the limit', async () => {
    await consume(3);
    await limiter.giveBack(key);
    expect(await consume(2)).toEqual([0, MINUTE]);
    for (let count = 0; count < 9; count++) await limiter.giveBack(key);
    expect(await consume(4)).toEqual([0, 0, 0, MINUTE]);
    await limiter.giveBack(`${key} that nobody tried`);
  });

  it('forgets what was counted when it is reset, and only that', async () => {
    await consume(3);
    await limiter.consume(`${key} too`, { ...LIMIT, attempts: 1 });
    await limiter.reset(key);
    expect(await consume(1)).toEqual([0]);
    expect(await limiter.consume(`${key} too`, { ...LIMIT, attempts: 1 })).toBeGreaterThan(0);
  });

  it('does not forget a window that has not ended when it clears out', async () => {
    await consume(3);
    await limiter.purge();
    expect((await consume(1))[0]).toBeGreaterThan(0);
  });

  it('takes keys of 400 characters', async () => {
    key = key.padEnd(400, 'k');
    expect(await consume(4)).toEqual([0, 0, 0, MINUTE]);
  });
}
