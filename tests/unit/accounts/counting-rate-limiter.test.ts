import { beforeEach, expect, test, vi } from 'vitest';
import { CountingRateLimiter } from '@/lib/accounts/sign-in/counting-rate-limiter';
import { recordRefusedAttempts } from '@/lib/accounts/sign-in/record-refused-attempts';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { FakeClock } from '../../support/doubles/fake-clock';
import { MemoryAuditLog } from '../../support/doubles/stores/memory-audit-log';
import { MemoryRateLimitStore } from '../../support/doubles/stores/memory-rate-limiter';

const SUBJECT = { userId: 'jane.doe', domain: 'example.org' };
const BUDGET = { key: 'person:password:jane.doe@example.org', attempts: 3, windowMs: 15 * MINUTE, subject: SUBJECT };

function ofObject(at: number) {
  return { key: `object:test:${at}`, attempts: 1, windowMs: MINUTE };
}

let clock: FakeClock;
let store: MemoryRateLimitStore;
let limiter: CountingRateLimiter;
let replica: CountingRateLimiter;
let audit: MemoryAuditLog;

beforeEach(() => {
  clock = new FakeClock();
  store = new MemoryRateLimitStore(clock);
  [limiter, replica] = [new CountingRateLimiter(store, clock), new CountingRateLimiter(store, clock)];
  audit = new MemoryAuditLog(clock);
});

async function take(by: CountingRateLimiter, times: number): Promise<(boolean | null)[]> {
  const answers = [];
  for (let count = 0; count < times; count++) answers.push((await by.take([BUDGET]))?.isFirst ?? null);
  return answers;
}

test('only the first refusal in a window is flagged, whichever replica refused', async () => {
  expect(await take(limiter, 5)).toEqual([null, null, null, true, false]);
  expect(await take(replica, 2)).toEqual([false, false]);
  clock.pass(15 * MINUTE);
  expect(await take(replica, 5)).toEqual([null, null, null, true, false]);
  expect(await take(limiter, 1)).toEqual([false]);
});

test('threat: a flood over the limit costs no database: it asks once in ten seconds', async () => {
  await take(limiter, 4);
  const asked = [vi.spyOn(store, 'take'), vi.spyOn(store, 'addRefused')];
  for (let second = 0; second < 60; second++) {
    await take(limiter, 100);
    clock.pass(SECOND);
  }
  expect(asked.map(({ mock }) => mock.calls.length)).toEqual([5, 0]);
});

test('a cached refusal is immediate, is counted, and neither charges nor queries the store', async () => {
  expect(limiter.refuseAtOnce([BUDGET])).toBeNull();
  expect(await take(limiter, 4)).toEqual([null, null, null, true]);
  const asked = vi.spyOn(store, 'take');
  for (let count = 0; count < 7; count++)
    expect(limiter.refuseAtOnce([ofObject(1), BUDGET])).toMatchObject({ key: BUDGET.key, isFirst: false });
  expect(replica.refuseAtOnce([BUDGET])).toBeNull();
  expect(asked).not.toHaveBeenCalled();
  await limiter.flush();
  clock.pass(15 * MINUTE + 1);
  expect(limiter.refuseAtOnce([BUDGET])).toBeNull();
  expect(await limiter.takeEnded(clock.now())).toMatchObject([{ attempts: 8 }]);
});

test('a refund or reset takes effect here at once, and elsewhere after ten seconds', async () => {
  await take(limiter, 4);
  await limiter.giveBack([BUDGET]);
  expect(await take(limiter, 2)).toEqual([null, false]);
  await limiter.reset([BUDGET]);
  expect(await take(limiter, 4)).toEqual([null, null, null, false]);
  await replica.reset([BUDGET]);
  expect(await take(limiter, 1)).toEqual([false]);
  clock.pass(10 * SECOND);
  expect(await take(limiter, 1)).toEqual([null]);
});

test('a thousand refused attempts are one record, which counts those of all replicas', async () => {
  await take(limiter, 3 + 600);
  await take(replica, 400);
  await Promise.all([limiter.flush(), replica.flush()]);
  await recordRefusedAttempts({ rateLimiter: limiter, audit, clock });
  expect(audit.records).toEqual([]);
  const until = clock.in(15 * MINUTE).toISOString();
  clock.pass(16 * MINUTE + 1);
  await recordRefusedAttempts({ rateLimiter: replica, audit, clock });
  await recordRefusedAttempts({ rateLimiter: limiter, audit, clock });
  expect(audit.records.map(({ event }) => event)).toEqual([
    expect.objectContaining({
      type: 'attempts-refused',
      limit: 'person:password',
      attempts: 1_000,
      until,
      actor: { kind: 'system' },
      subject: SUBJECT,
      address: null,
    }),
  ]);
});

test('a single one needs no count: it was recorded when it was refused', async () => {
  await take(limiter, 4);
  clock.pass(17 * MINUTE);
  await recordRefusedAttempts({ rateLimiter: limiter, audit, clock });
  expect(audit.records).toEqual([]);
});

test('refusals that the store failed to save are not lost', async () => {
  await take(limiter, 14);
  vi.spyOn(store, 'addRefused').mockRejectedValueOnce(new Error('away'));
  await expect(limiter.flush()).rejects.toThrow('away');
  await limiter.flush();
  clock.pass(15 * MINUTE + 1);
  expect(await limiter.takeEnded(clock.now())).toMatchObject([{ attempts: 11 }]);
});

test('threat: memory: it remembers ten thousand used-up budgets, and loses none of their counts', async () => {
  for (let at = 0; at < 10_050; at++) for (let count = 0; count < 3; count++) await limiter.take([ofObject(at)]);
  const asked = vi.spyOn(store, 'take');
  for (let at = 0; at < 50; at++) await limiter.take([ofObject(at)]);
  expect(asked).toHaveBeenCalledTimes(50);
  await limiter.flush();
  clock.pass(MINUTE + 1);
  const counts = (await limiter.takeEnded(clock.now())).map(({ attempts }) => attempts);
  expect(counts.reduce((sum, attempts) => sum + attempts, 0)).toBe(2 * 10_050 + 50);
});
