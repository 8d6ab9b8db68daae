import { beforeEach, describe, expect, it } from 'vitest';
import type { AuditEvent } from '@/lib/audit/audit-event';
import { canonicalRecord, type AuditRecord } from '@/lib/audit/audit-record';
import { verifyAuditChain } from '@/lib/audit/verify-audit-chain';
import { sha256Hex } from '@/lib/database/append-audit-records';
import { FakeClock } from '../../support/fake-clock';
import { MemoryAuditLog } from '../../support/memory-audit-log';

const EVENT: AuditEvent = {
  type: 'signed-out',
  actor: { kind: 'system' },
  subject: null,
  correlationId: 'request',
  address: null,
};

function broken(sequenceNumber: number, problem: string) {
  return { intact: false, sequenceNumber, problem };
}

function addressed(record: AuditRecord): AuditRecord {
  return { ...record, event: { ...record.event, address: '192.0.2.66' } };
}

function rehashed({ hash: _old, ...record }: AuditRecord): AuditRecord {
  return { ...record, hash: sha256Hex(canonicalRecord(record)) };
}

describe('verifying the chain', () => {
  let log: MemoryAuditLog;

  beforeEach(() => {
    log = new MemoryAuditLog(new FakeClock());
    log.appendNow(Array.from({ length: 2_500 }, () => EVENT));
  });

  const verify = () => verifyAuditChain(log, sha256Hex);

  function change(sequenceNumber: number, by: (record: AuditRecord) => AuditRecord): void {
    const record = log.records[sequenceNumber - 1];
    if (record) log.records[sequenceNumber - 1] = by(record);
  }

  it('finds it whole, and says how long and where it ends', async () => {
    expect(await verify()).toEqual({ intact: true, records: 2_500, lastHash: log.records.at(-1)?.hash });
  });

  it.each([1, 2, 999, 1_000, 1_001, 2_500])('names record %i when it was altered', async (sequenceNumber) => {
    change(sequenceNumber, addressed);
    expect(await verify()).toEqual(broken(sequenceNumber, 'altered'));
  });

  it.each([1, 2, 1_000, 1_001, 2_499])('names record %i when it is missing', async (sequenceNumber) => {
    log.records.splice(sequenceNumber - 1, 1);
    expect(await verify()).toEqual(broken(sequenceNumber, 'missing'));
  });

  it('names the record after one that was altered and hashed again', async () => {
    change(1_000, (record) => rehashed(addressed(record)));
    expect(await verify()).toEqual(broken(1_001, 'not-chained'));
  });

  it('names the first of several', async () => {
    change(1_500, addressed);
    log.records.splice(700, 1);
    expect(await verify()).toEqual(broken(701, 'missing'));
  });

  it('names the first record of another chain', async () => {
    change(1, (record) => rehashed({ ...record, previousHash: '1'.repeat(64) }));
    expect(await verify()).toEqual(broken(1, 'not-chained'));
  });

  it('shows by number and hash when the end was cut off, or the whole was forged', async () => {
    const before = await verify();
    log.records.pop();
    expect(await verify()).toEqual({ intact: true, records: 2_499, lastHash: log.records.at(-1)?.hash });
    expect(await verify()).not.toEqual(before);
  });
});
