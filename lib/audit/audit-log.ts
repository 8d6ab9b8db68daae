import type { ListPage } from '../shared/export/list-page';
import type { AuditEvent, Subject } from './audit-event';
import type { AuditFilter } from './audit-filter';
import type { AuditRecord } from './audit-record';

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
