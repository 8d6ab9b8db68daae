import type { ListPage } from '../shared/export/export-rows';
import type { AuditEvent, Subject, AuditEventType, AuditContext, AuditFact } from './audit-event';
import type { AuditRecord } from './audit-record';
import type { ChainHashes } from './chain-hashes';
import type { DomainOfReader } from '../shared/identifiers/user-key';
import type { Period } from '../shared/time/period';

/** Selects the records that match all properties; null matches any. */
export type AuditFilter = {
  period: Period;
  /** The reader's. */
  domain: DomainOfReader;
  type: AuditEventType | null;
  /** User ID of the subject. */
  subjectUserId: string | null;
  /** User ID of the actor. */
  actorUserId: string | null;
  /** An ID of either or of a service account, an address, a correlation ID or a ticket, whole; in lower case. */
  text: string | null;
};

/** Every record of a period that readers of a domain may read. */
export function allOf(period: Period, domain: DomainOfReader): AuditFilter {
  return { period, domain, type: null, subjectUserId: null, actorUserId: null, text: null };
}

/** PORT: the append-only list of audit events. */
export interface AuditLog {
  /** Appends in the order given; the records are durable when this resolves. */
  append(...events: AuditEvent[]): Promise<void>;
  /** The newest records that concern a user, newest first. */
  listFor(subject: NonNullable<Subject>, limit: number): Promise<AuditRecord[]>;
  /** Of each user of a domain the newest record of a type, by one question; those who have none are left out. */
  listNewestOf(type: AuditEventType, domain: string, userIds: readonly string[]): Promise<AuditRecord[]>;
  /** The newest records that concern a service account, newest first: what was done to it, not what it did. */
  listForServiceAccount(id: string, domain: DomainOfReader, limit: number): Promise<AuditRecord[]>;
  /** In order, of every domain: for the chain, and for what filters itself. @param after sequence number of the previous record; 0 for the start */
  read(after: number, limit: number): Promise<AuditRecord[]>;
  /** By time, then by sequence number. @param page.after a sequence number */
  list(filter: AuditFilter, page: ListPage<number>): Promise<AuditRecord[]>;
  /** How many match, counted up to a limit. */
  count(filter: AuditFilter, limit: number): Promise<number>;
  /** Of the records that name no domain, from before they all did; null where several domains wrote such records. */
  olderDomain(): Promise<string | null>;
  head(): Promise<AuditHead>;
}

/** The last record's number and hash; 0 and `FIRST_PREVIOUS_HASH` for an empty log. */
export type AuditHead = { sequenceNumber: number; hash: string };

/** For verifying and exporting the log. */
export type AuditPorts = {
  audit: AuditLog;
  hashes: ChainHashes;
};

/** Recorded once per window, with a count. */
type TalliedFact = Extract<AuditFact, { times: number }>;

export type TalliedEvent = AuditContext & Omit<TalliedFact, 'times' | 'since'>;

/** PORT: counts events that a user can repeat at will, so that they cannot fill the log. */
export interface AuditTally {
  /** Counts an event; the record gets the context of the window's first. @param key at most 400 characters */
  count(key: string, event: TalliedEvent): Promise<void>;
  /** Appends a record for each ended window. */
  record(): Promise<void>;
}
