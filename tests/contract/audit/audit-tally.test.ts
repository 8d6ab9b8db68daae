import { beforeAll, beforeEach, expect, it } from 'vitest';
import { verifyAuditChain } from '@/lib/audit/verify-audit-chain';
import type { Database } from '@/lib/database/database';
import { PrismaAuditLog } from '@/lib/database/tables/audit/prisma-audit-log';
import { PrismaAuditTally } from '@/lib/database/tables/audit/prisma-audit-tally';
import { MINUTE } from '@/lib/shared/time/duration';
import { forEachDatabase } from '../../support/databases/databases';
import { FakeClock } from '../../support/doubles/fake-clock';
import { emptyAuditLog } from '../../support/doubles/fake-tampering';
import { TEST_CHAIN_KEYS, testAppender } from '../../support/test-chain';

const REFUSED = {
  type: 'permission-refused',
  permission: 'audit:read',
  actor: { kind: 'user', userId: 'jane.doe' },
  subject: { userId: 'jane.doe', domain: 'example.org' },
  correlationId: 'first',
  address: '192.0.2.1',
} as const;

forEachDatabase((_kind, open) => {
  let database: Database;
  let clock: FakeClock;
  let tally: PrismaAuditTally;
  let log: PrismaAuditLog;

  beforeAll(async () => {
    database = await open();
  });

  beforeEach(async () => {
    await emptyAuditLog(database);
    await database.client.auditTally.deleteMany();
    clock = new FakeClock();
    const appender = testAppender();
    tally = new PrismaAuditTally(database.client, clock, appender);
    log = new PrismaAuditLog(database, clock, appender);
  });

  it('threat: a hundred forbidden attempts of one user make one record, with their count', async () => {
    const since = clock.now().toISOString();
    await Promise.all(Array.from({ length: 100 }, () => tally.count('jane', { ...REFUSED })));
    await tally.count('john', { ...REFUSED, correlationId: 'other' });
    await tally.record();
    expect(await log.read(0, 10)).toEqual([]);
    clock.pass(15 * MINUTE);
    await tally.record();
    const events = (await log.read(0, 10)).map(({ event }) => event);
    expect(events).toHaveLength(2);
    expect(events).toContainEqual({ ...REFUSED, times: 100, since });
    expect(events).toContainEqual({ ...REFUSED, correlationId: 'other', times: 1, since });
    expect(await verifyAuditChain(log, TEST_CHAIN_KEYS)).toMatchObject({ intact: true, records: 2 });
  });

  it('the tally counts the next window by itself and records no window twice', async () => {
    await tally.count('jane', REFUSED);
    clock.pass(15 * MINUTE);
    await Promise.all([tally.record(), tally.record()]);
    await tally.count('jane', REFUSED);
    await tally.record();
    expect(await log.read(0, 10)).toHaveLength(1);
    clock.pass(15 * MINUTE);
    await tally.record();
    expect((await log.read(0, 10)).map(({ event }) => 'times' in event && event.times)).toEqual([1, 1]);
  });
}, 'owner');
