import type { AuditContext, AuditEvent, AuditFact } from './audit-event';

/** A recorded event: its place in the chain, its time, and the hash that seals it to the record before. */
export type AuditRecord = {
  /** 1 for the first record, without gaps. */
  sequenceNumber: number;
  at: Date;
  event: AuditEvent;
  /** 64 zeros before the first record. */
  previousHash: string;
  /** Names the key that the hash was made with; null in a record from before hashes had one. */
  keyId: string | null;
  /** HMAC-SHA-256 in hexadecimal, or SHA-256 where there is no key. */
  hash: string;
};

export const FIRST_PREVIOUS_HASH = '0'.repeat(64);

/**
 * The text a record's hash is taken over: JSON with sorted keys, so that storage may reorder them. Of the subject only
 * what is stored counts, whatever else the caller's object holds.
 */
export function canonicalRecord(record: Omit<AuditRecord, 'hash'>): string {
  const { subject, ...event } = record.event;
  const stored = subject && { userId: subject.userId, domain: subject.domain };
  // Left out where there is none, as it was from hashes without a key.
  const keyId = record.keyId ?? undefined;
  return JSON.stringify(
    { ...record, event: { ...event, subject: stored }, at: record.at.toISOString(), keyId },
    sortedKeys,
  );
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Parts an event into what happened and its circumstances, as they are stored. */
export function splitEvent(event: AuditEvent): { context: AuditContext; fact: AuditFact } {
  const { actor, subject, correlationId, address, ...fact } = event;
  return { context: { actor, subject, correlationId, address }, fact };
}
