import { beforeEach, describe, expect, it } from 'vitest';
import type { AuditEvent } from '@/lib/audit/audit-event';
import { FIRST_PREVIOUS_HASH, type AuditRecord } from '@/lib/audit/audit-record';
import { verifyAuditChain } from '@/lib/audit/verify-audit-chain';
import { FakeClock } from '../../support/doubles/fake-clock';
import { MemoryAuditLog } from '../../support/doubles/stores/memory-audit-log';
import { hashOf, TEST_CHAIN_KEYS } from '../../support/test-chain';

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
  return { ...record, hash: hashOf(record) };
}

describe('verifying the chain', () => {
  let log: MemoryAuditLog;

  beforeEach(() => {
    log = new MemoryAuditLog(new FakeClock());
    log.appendNow(Array.from({ length: 2_500 }, () => EVENT));
  });

  const verify = () => verifyAuditChain(log, TEST_CHAIN_KEYS);

  function change(sequenceNumber: number, by: (record: AuditRecord) => AuditRecord): void {
    const record = log.records[sequenceNumber - 1];
    if (record) log.records[sequenceNumber - 1] = by(record);
  }

  /** Takes the key off the first records, as who has the database could. @param count how many */
  function withoutKey(count: number, by: (record: AuditRecord) => AuditRecord = (record) => record): void {
    let previousHash = FIRST_PREVIOUS_HASH;
    for (let number = 1; number <= count; number++) {
      change(number, (record) => rehashed({ ...by(record), previousHash, keyId: null }));
      previousHash = log.records[number - 1]?.hash ?? '';
    }
    log.records.splice(count);
  }

  function key(records: number): void {
    const lastHash = log.records.at(-1)?.hash ?? '';
    log.appendNow([{ ...EVENT, type: 'audit-log-keyed', records, lastHash }, EVENT]);
  }

  it('the verification reports an intact chain with its length and end', async () => {
    expect(await verify()).toEqual({ intact: true, records: 2_500, lastHash: log.records.at(-1)?.hash });
  });

  it.each([1, 2, 999, 1_000, 1_001, 2_500])(
    'the verification reports that record %i was altered',
    async (sequenceNumber) => {
      change(sequenceNumber, addressed);
      expect(await verify()).toEqual(broken(sequenceNumber, 'altered'));
    },
  );

  it.each([1, 2, 1_000, 1_001, 2_499])('the verification reports that record %i is missing', async (sequenceNumber) => {
    log.records.splice(sequenceNumber - 1, 1);
    expect(await verify()).toEqual(broken(sequenceNumber, 'missing'));
  });

  it('an altered record that was hashed again is reported at its successor', async () => {
    change(1_000, (record) => rehashed(addressed(record)));
    expect(await verify()).toEqual(broken(1_001, 'not-chained'));
  });

  it('the first of several problems is reported', async () => {
    change(1_500, addressed);
    log.records.splice(700, 1);
    expect(await verify()).toEqual(broken(701, 'missing'));
  });

  it('a first record from another chain is reported', async () => {
    change(1, (record) => rehashed({ ...record, previousHash: '1'.repeat(64) }));
    expect(await verify()).toEqual(broken(1, 'not-chained'));
  });

  it('a cut-off end or a forged chain shows by its number and hash', async () => {
    const before = await verify();
    log.records.pop();
    expect(await verify()).toEqual({ intact: true, records: 2_499, lastHash: log.records.at(-1)?.hash });
    expect(await verify()).not.toEqual(before);
  });

  describe('with records from before hashes had a key', () => {
    it('the records from before keyed hashes count as intact if the first keyed record names them', async () => {
      withoutKey(300);
      key(300);
      expect(await verify()).toMatchObject({ intact: true, records: 302, unkeyed: 300 });
    });

    it('threat: history that is rewritten before that record does not fit it', async () => {
      withoutKey(300);
      key(300);
      const kept = log.records.slice(300);
      withoutKey(300, addressed);
      log.records.push(...kept);
      expect(await verify()).toEqual(broken(301, 'not-chained'));
    });

    it.each<[string, () => void]>([
      ['no record with a key', () => {}],
      ['a record with a key that does not name what is before it', () => log.appendNow([EVENT])],
      ['one that names less', () => key(299)],
    ])('threat: history without a key cannot be passed off as old by %s', async (_name, end) => {
      withoutKey(300, addressed);
      end();
      expect(await verify()).toEqual(broken(1, 'unkeyed'));
    });

    it('threat: a record without a key is not taken behind one that has one', async () => {
      change(1_200, (record) => rehashed({ ...record, keyId: null }));
      expect(await verify()).toEqual(broken(1_200, 'unkeyed'));
    });

    it('a record whose key is missing is reported', async () => {
      change(1_200, (record) => ({ ...record, keyId: 'gone' }));
      expect(await verify()).toEqual(broken(1_200, 'unknown-key'));
    });
  });
});
