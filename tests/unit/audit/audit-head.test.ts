import { beforeEach, describe, expect, it } from 'vitest';
import { checkHead, parseHead, signHead, type SignedHead } from '@/lib/audit/audit-head';
import type { AuditEvent } from '@/lib/audit/audit-event';
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
const NOW = new Date('2026-05-04T10:00:00Z');

describe('a signed head of the audit log', () => {
  let audit: MemoryAuditLog;
  let head: SignedHead;
  const check = (checked = head) => checkHead({ audit, hashes: TEST_CHAIN_KEYS }, checked);

  beforeEach(async () => {
    audit = new MemoryAuditLog(new FakeClock());
    audit.appendNow([EVENT, EVENT, EVENT]);
    head = await signHead({ audit, hashes: TEST_CHAIN_KEYS }, NOW);
  });

  it('a signed head states the end of the log, and stays valid in a log that grows', async () => {
    expect(head).toMatchObject({ sequenceNumber: 3, hash: audit.records[2]?.hash, signedAt: NOW.toISOString() });
    audit.appendNow([EVENT]);
    expect(await check()).toBeNull();
  });

  it('the signed head of an empty log is contained in any', async () => {
    audit.records.length = 0;
    const empty = await signHead({ audit, hashes: TEST_CHAIN_KEYS }, NOW);
    audit.appendNow([EVENT]);
    expect(await check(empty)).toBeNull();
  });

  it('threat: a log that was cut off is detected by its signed head, and not by its own chain', async () => {
    audit.records.pop();
    expect(await check()).toBe('cut-off');
  });

  it('threat: a log that was rewritten by a holder of the keys is detected by its signed head', async () => {
    audit.records.pop();
    audit.appendNow([{ ...EVENT, address: '192.0.2.66' }]);
    expect(audit.records.every(({ hash, ...rest }) => hashOf(rest) === hash)).toBe(true);
    expect(await check()).toBe('rewritten');
  });

  it.each<[string, Partial<SignedHead>]>([
    ['number', { sequenceNumber: 2 }],
    ['hash', { hash: 'f'.repeat(64) }],
    ['time', { signedAt: '2026-05-04T11:00:00Z' }],
    ['signature', { signature: 'f'.repeat(64) }],
  ])('threat: a head with another %s than the signed one is forged', async (_name, change) => {
    expect(await check({ ...head, ...change })).toBe('forged');
  });

  it('a head with an unknown key is reported', async () => {
    expect(await check({ ...head, keyId: 'gone' })).toBe('unknown-key');
  });

  it('a head is parsed from a line of a file, and from a line of the log', () => {
    expect(parseHead(JSON.stringify(head))).toEqual(head);
    expect(parseHead(JSON.stringify({ level: 30, msg: 'signed', auditHead: head }))).toEqual(head);
  });

  it.each(['', 'null', '[]', '7', '{', '{"auditHead":null}', '{"auditHead":7}', '{"sequenceNumber":"1"}', 'Tessera'])(
    'no head is parsed from the line %j',
    (line) => {
      expect(parseHead(line)).toBeNull();
    },
  );
});
