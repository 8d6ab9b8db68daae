import { beforeEach, expect, test } from 'vitest';
import { reportForgedImage } from '@/lib/activation/image/report-forged-image';
import { MINUTE } from '@/lib/shared/time/duration';
import { FakeClock } from '../../support/doubles/fake-clock';
import { MemoryAuditLog } from '../../support/doubles/stores/memory-audit-log';
import { MemoryRateLimiter } from '../../support/doubles/stores/memory-rate-limiter';

const REPORT = { forgery: 'unknown-key', keyId: '0123abcd', claimedUserId: 'jane.doe' } as const;

let clock: FakeClock;
let audit: MemoryAuditLog;
let rateLimiter: MemoryRateLimiter;

beforeEach(() => {
  clock = new FakeClock();
  audit = new MemoryAuditLog(clock);
  rateLimiter = new MemoryRateLimiter(clock);
});

const report = (address: string | null) =>
  reportForgedImage({ rateLimiter, audit }, REPORT, { correlationId: 'request', address });
const recorded = async () => (await audit.read(0, 1_000)).map(({ event }) => event);

test('a forged image is recorded with its origin and without a subject', async () => {
  expect(await report('192.0.2.1')).toEqual({ ok: true, value: null });
  expect(await recorded()).toEqual([
    {
      type: 'forged-image-reported',
      ...REPORT,
      actor: { kind: 'phone' },
      subject: null,
      correlationId: 'request',
      address: '192.0.2.1',
    },
  ]);
});

test('threat: a flood from one address: no more than ten in a quarter of an hour are recorded', async () => {
  for (let count = 0; count < 30; count++) await report('192.0.2.1');
  expect(await recorded()).toHaveLength(10);
  expect(await report('192.0.2.1')).toEqual({ ok: false, refusal: 'too-many-attempts' });
  expect((await report('192.0.2.2')).ok).toBe(true);
  clock.pass(15 * MINUTE);
  expect((await report('192.0.2.1')).ok).toBe(true);
});

test('threat: a flood from everywhere: the log does not grow without end', async () => {
  for (let count = 0; count < 400; count++) await report(`10.0.${count >> 8}.${count % 256}`);
  expect(await recorded()).toHaveLength(300);
});
