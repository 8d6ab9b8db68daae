import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditEvent } from '@/lib/audit/audit-event';
import { canonicalRecord, FIRST_PREVIOUS_HASH, splitEvent, type AuditRecord } from '@/lib/audit/audit-record';

const EVENT = {
  type: 'authenticator-renamed',
  instanceId: 'VDS1000042-1',
  name: 'Jane’s phone',
  actor: { kind: 'user', userId: 'jane.doe' },
  subject: { userId: 'jane.doe', domain: 'example.org' },
  correlationId: 'request',
  address: null,
} as const satisfies AuditEvent;
const RECORD = {
  sequenceNumber: 7,
  at: new Date('2026-05-04T10:00:00.123Z'),
  event: EVENT,
  previousHash: FIRST_PREVIOUS_HASH,
  keyId: null,
};

/** The same object, with the keys of every level in another order. */
function shuffled<Value>(value: Value): Value {
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, shuffled(inner)]);
  return Object.fromEntries(entries.toReversed()) as Value;
}

describe('the canonical form of a record', () => {
  it('the canonical form is stable, because stored hashes depend on it', () => {
    expect(canonicalRecord(RECORD)).toBe(
      '{"at":"2026-05-04T10:00:00.123Z","event":{"actor":{"kind":"user","userId":"jane.doe"},"address":null,' +
        '"correlationId":"request","instanceId":"VDS1000042-1","name":"Jane’s phone",' +
        '"subject":{"domain":"example.org","userId":"jane.doe"},"type":"authenticator-renamed"},' +
        `"previousHash":"${FIRST_PREVIOUS_HASH}","sequenceNumber":7}`,
    );
  });

  it('the canonical form includes the key ID where there is one', () => {
    const keyed = canonicalRecord({ ...RECORD, keyId: 'k1' });
    expect(keyed).toBe(canonicalRecord(RECORD).replace(',"previousHash"', ',"keyId":"k1","previousHash"'));
  });

  it('the canonical form does not depend on the order of keys, at any level', () => {
    expect(canonicalRecord(shuffled(RECORD))).toBe(canonicalRecord(RECORD));
  });

  it('the canonical form survives a round trip through JSON, whatever the values', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, userId) => {
        const event: AuditEvent = { ...EVENT, name, subject: { userId, domain: 'example.org' } };
        const back = JSON.parse(JSON.stringify(shuffled(event))) as AuditEvent;
        expect(canonicalRecord({ ...RECORD, event: back })).toBe(canonicalRecord({ ...RECORD, event }));
      }),
    );
  });

  it.each<[string, Partial<Omit<AuditRecord, 'hash'>>]>([
    ['number', { sequenceNumber: 8 }],
    ['time', { at: new Date('2026-05-04T10:00:00.124Z') }],
    ['link to the one before', { previousHash: '1'.repeat(64) }],
    ['key', { keyId: 'k1' }],
    ['actor', { event: { ...EVENT, actor: { kind: 'system' } } }],
    ['subject', { event: { ...EVENT, subject: { userId: 'john', domain: 'example.org' } } }],
    ['address', { event: { ...EVENT, address: '192.0.2.1' } }],
    ['request', { event: { ...EVENT, correlationId: 'another' } }],
    ['fact', { event: { ...EVENT, name: 'Jane’s phone ' } }],
  ])('the canonical form changes with the record’s %s', (_name, change) => {
    expect(canonicalRecord({ ...RECORD, ...change })).not.toBe(canonicalRecord(RECORD));
  });

  it('an event splits into fact and context, and nothing else', () => {
    const { context, fact } = splitEvent(EVENT);
    expect({ ...context, ...fact }).toEqual(EVENT);
    expect(Object.keys(context)).toEqual(['actor', 'subject', 'correlationId', 'address']);
  });
});
