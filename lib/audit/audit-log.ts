import type { AuditEvent, Subject } from './audit-event';
import type { AuditRecord } from './audit-record';

/** PORT: the append-only list of audit events. */
export interface AuditLog {
  /** Appends in the order given; the records are durable when this resolves. */
  append(...events: AuditEvent[]): Promise<void>;
  /** The newest records that concern a person, newest first. */
  listFor(subject: NonNullable<Subject>, limit: number): Promise<AuditRecord[]>;
  /** Records in their order. @param after sequence number to start behind; 0 for the first record */
  read(after: number, limit: number): Promise<AuditRecord[]>;
}
