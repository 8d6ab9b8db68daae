import type { AuditEvent, Subject } from '@/lib/audit/audit-event';
import type { AuditLog } from '@/lib/audit/audit-log';
import { canonicalRecord, FIRST_PREVIOUS_HASH, type AuditRecord } from '@/lib/audit/audit-record';
import { sha256Hex } from '@/lib/database/append-audit-records';
import type { Clock } from '@/lib/shared/clock';

export class MemoryAuditLog implements AuditLog {
  readonly records: AuditRecord[] = [];
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async append(...events: AuditEvent[]): Promise<void> {
    this.appendNow(events);
  }

  /** For stores that append in the same step as they write. */
  appendNow(events: AuditEvent[]): void {
    for (const event of events) {
      const record = {
        sequenceNumber: this.records.length + 1,
        at: this.#clock.now(),
        event: kept(event),
        previousHash: this.records.at(-1)?.hash ?? FIRST_PREVIOUS_HASH,
      };
      this.records.push({ ...record, hash: sha256Hex(canonicalRecord(record)) });
    }
  }

  async listFor({ userId, domain }: NonNullable<Subject>, limit: number): Promise<AuditRecord[]> {
    const own = this.records.filter(
      ({ event: { subject } }) => subject?.userId === userId && subject.domain === domain,
    );
    return own.toReversed().slice(0, limit);
  }

  async read(after: number, limit: number): Promise<AuditRecord[]> {
    return this.records.filter(({ sequenceNumber }) => sequenceNumber > after).slice(0, limit);
  }
}

function kept(event: AuditEvent): AuditEvent {
  const subject = event.subject && { userId: event.subject.userId, domain: event.subject.domain };
  return structuredClone({ ...event, subject });
}
