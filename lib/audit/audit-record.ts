import type { AuditContext, AuditEvent, AuditFact } from './audit-event';

/** A recorded event: its place in the chain, its time, and the hash that chains it to its predecessor. */
export type AuditRecord = {
  /** From 1, without gaps. */
  sequenceNumber: number;
  at: Date;
  event: AuditEvent;
  /** 64 zeros before the first record. */
  previousHash: string;
  /** The key of the hash; null in records from before hashes were keyed. */
  keyId: string | null;
  /** HMAC-SHA-256 in hexadecimal, or SHA-256 without a key. */
  hash: string;
};

export const FIRST_PREVIOUS_HASH = '0'.repeat(64);

/**
 * The text that a record's hash covers: JSON with sorted keys, so that storage may reorder them. Of the subject it
 * covers only what is stored.
 */
export function canonicalRecord(record: Omit<AuditRecord, 'hash'>): string {
  const { subject, ...event } = record.event;
  const stored = subject && { userId: subject.userId, domain: subject.domain };
  // Left out of unkeyed hashes, which predate it.
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

/** Splits an event into the parts that are stored apart. */
export function splitEvent(event: AuditEvent): { context: AuditContext; fact: AuditFact } {
  const { actor, subject, correlationId, address, ...fact } = event;
  return { context: { actor, subject, correlationId, address }, fact };
}
