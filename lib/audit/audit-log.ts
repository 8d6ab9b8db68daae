import type { ListPage } from '../shared/export/export-rows';
import type { AuditEvent, Subject, AuditEventType, AuditContext, AuditFact } from './audit-event';
import type { AuditRecord } from './audit-record';
import type { ChainHashes } from './chain-hashes';
import type { Period } from '../shared/time/period';

/** Which records are asked for: those that fit all of it. Null leaves a property out of account. */
export type AuditFilter = {
  period: Period;
  type: AuditEventType | null;
  /** User ID of the person it concerns. */
  subjectUserId: string | null;
  /** User ID of the person who did it. */
  actorUserId: string | null;
};

/** PORT: the append-only list of audit events. */
export interface AuditLog {
  /** Appends in the order given; the records are durable when this resolves. */
  append(...events: AuditEvent[]): Promise<void>;
  /** The newest records that concern a person, newest first. */
  listFor(subject: NonNullable<Subject>, limit: number): Promise<AuditRecord[]>;
  /** Records in their order. @param after sequence number to start behind; 0 for the first record */
  read(after: number, limit: number): Promise<AuditRecord[]>;
  /** Records by their time, and by their sequence number where that is the same. @param page.after a sequence number */
  list(filter: AuditFilter, page: ListPage<number>): Promise<AuditRecord[]>;
  /** Where the log ends. */
  head(): Promise<AuditHead>;
}

/** The end of the log: number and hash of its last record; 0 and `FIRST_PREVIOUS_HASH` when there is none. */
export type AuditHead = { sequenceNumber: number; hash: string };

/** What auditing needs. */
export type AuditPorts = {
  audit: AuditLog;
  hashes: ChainHashes;
};

/** What becomes one record for each window, however often it happens. */
type TalliedFact = Extract<AuditFact, { times: number }>;

export type TalliedEvent = AuditContext & Omit<TalliedFact, 'times' | 'since'>;

/** PORT: counts what somebody can make happen as often as they like, so that they cannot fill the log with it. */
export interface AuditTally {
  /** Counts it once more. Of its circumstances those of the window's first count. @param key at most 400 characters */
  count(key: string, event: TalliedEvent): Promise<void>;
  /** Appends a record for each window that has ended. */
  record(): Promise<void>;
}
