import { beforeEach, describe, expect, it } from 'vitest';
import type { AuditEvent } from '@/lib/audit/audit-event';
import { verifyAuditLog } from '@/lib/audit/verify-audit-chain';
import { collect } from '../../support/collect';
import { FakeClock } from '../../support/doubles/fake-clock';
import { MemoryAuditLog } from '../../support/doubles/stores/memory-audit-log';
import { TEST_CHAIN_KEYS } from '../../support/test-chain';

const ORIGIN = { correlationId: 'request', address: '192.0.2.1' };
const EVENT: AuditEvent = { type: 'signed-out', actor: { kind: 'system' }, subject: null, ...ORIGIN };

describe('an auditor’s verification', () => {
  let log: MemoryAuditLog;

  beforeEach(() => {
    log = new MemoryAuditLog(new FakeClock());
    log.appendNow(Array.from({ length: 2_500 }, () => EVENT));
  });

  const verify = () => verifyAuditLog({ audit: log, hashes: TEST_CHAIN_KEYS }, { userId: 'auditor' }, ORIGIN);

  it('the verification reports progress after each batch, and the verdict at the end', async () => {
    const lastHash = log.records.at(-1)?.hash;
    const progress = Array.from({ length: 10 }, (_, index) => ({ checked: (index + 1) * 250, total: 2_500 }));
    expect(await collect(verify())).toEqual([...progress, { verdict: { intact: true, records: 2_500, lastHash } }]);
  });

  it('the verification ends at the record that was last when it began', async () => {
    const steps = verify();
    await steps.next();
    log.appendNow([EVENT, EVENT]);
    expect((await collect(steps)).at(-1)).toMatchObject({ verdict: { records: 2_500 } });
  });

  it('the verification is recorded with its verdict', async () => {
    const [record] = log.records.splice(1_499, 1);
    expect(record?.sequenceNumber).toBe(1_500);
    const verdict = { intact: false, sequenceNumber: 1_500, problem: 'missing' };
    expect((await collect(verify())).at(-1)).toEqual({ verdict });
    const actor = { kind: 'user', userId: 'auditor' };
    expect(log.records.at(-1)?.event).toEqual({ type: 'audit-log-verified', verdict, actor, subject: null, ...ORIGIN });
  });

  it('the verification yields to other work between two batches', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1));
    await collect(verify());
    clearInterval(timer);
    expect(turns).toBeGreaterThan(2);
  });

  it('an aborted verification reads no further and records nothing', async () => {
    for await (const step of verify()) {
      expect(step).toEqual({ checked: 250, total: 2_500 });
      break;
    }
    expect(log.records).toHaveLength(2_500);
  });
});
