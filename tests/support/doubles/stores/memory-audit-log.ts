import { actorId, domainOfEvent, type AuditEvent, type AuditEventType, type Subject } from '@/lib/audit/audit-event';
import type { AuditHead, AuditLog, AuditFilter } from '@/lib/audit/audit-log';
import { FIRST_PREVIOUS_HASH, type AuditRecord } from '@/lib/audit/audit-record';
import { EVERY_DOMAIN, type DomainOfReader } from '@/lib/shared/identifiers/user-key';
import type { Clock } from '@/lib/shared/time/clock';
import type { ListPage } from '@/lib/shared/export/export-rows';
import { hashOf, TEST_CHAIN_KEYS } from '../../test-chain';

/** The domain of the site that records here, which counts where a record names none. */
const SITE_DOMAIN = 'example.org';

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
        keyId: TEST_CHAIN_KEYS.currentKeyId,
      };
      this.records.push({ ...record, hash: hashOf(record) });
    }
  }

  async listFor({ userId, domain }: NonNullable<Subject>, limit: number): Promise<AuditRecord[]> {
    const own = this.records.filter(
      ({ event: { subject } }) => subject?.userId === userId && subject.domain === domain,
    );
    return own.toReversed().slice(0, limit);
  }

  async listForServiceAccount(id: string, domain: DomainOfReader, limit: number): Promise<AuditRecord[]> {
    return this.records
      .filter(({ event }) => serviceAccountOf(event) === id)
      .filter(({ event }) => domain === EVERY_DOMAIN || (domainOfEvent(event) ?? SITE_DOMAIN) === domain)
      .toReversed()
      .slice(0, limit);
  }

  async read(after: number, limit: number): Promise<AuditRecord[]> {
    return this.records.filter(({ sequenceNumber }) => sequenceNumber > after).slice(0, limit);
  }

  async list(filter: AuditFilter, { order, after, limit }: ListPage<number>): Promise<AuditRecord[]> {
    const chronological = this.records.toSorted((left, right) => left.at.getTime() - right.at.getTime());
    const ordered = order === 'oldest-first' ? chronological : chronological.toReversed();
    const start = after === null ? 0 : ordered.findIndex(({ sequenceNumber }) => sequenceNumber === after) + 1;
    return ordered
      .slice(start)
      .filter((record) => fits(record, filter))
      .slice(0, limit);
  }

  async listNewestOf(type: AuditEventType, domain: string, userIds: readonly string[]): Promise<AuditRecord[]> {
    return userIds.flatMap(
      (userId) =>
        this.records.findLast(
          ({ event: { type: own, subject } }) =>
            own === type && subject?.userId === userId && subject.domain === domain,
        ) ?? [],
    );
  }

  async count(filter: AuditFilter, limit: number): Promise<number> {
    return Math.min(limit, this.records.filter((record) => fits(record, filter)).length);
  }

  async olderDomain(): Promise<string> {
    return SITE_DOMAIN;
  }

  async head(): Promise<AuditHead> {
    const { sequenceNumber, hash } = this.records.at(-1) ?? { sequenceNumber: 0, hash: FIRST_PREVIOUS_HASH };
    return { sequenceNumber, hash };
  }
}

function fits(
  { at, event }: AuditRecord,
  { period, domain, type, subjectUserId, actorUserId, text }: AuditFilter,
): boolean {
  const actor = actorId(event.actor);
  return (
    at >= period.from &&
    at < period.to &&
    (domain === EVERY_DOMAIN || (domainOfEvent(event) ?? SITE_DOMAIN) === domain) &&
    (type === null || event.type === type) &&
    (subjectUserId === null || event.subject?.userId === subjectUserId) &&
    (actorUserId === null || actor === actorUserId) &&
    (text === null || mentioned(event).includes(text.toLowerCase()))
  );
}

function mentioned(event: AuditEvent): (string | null | undefined)[] {
  const { actor, subject, address, correlationId } = event;
  const ticket = 'ticket' in event ? event.ticket?.toLowerCase() : null;
  return [actorId(actor), subject?.userId, address, correlationId, ticket, serviceAccountOf(event)];
}

function serviceAccountOf(event: AuditEvent): string | null {
  return 'serviceAccountId' in event ? event.serviceAccountId : null;
}

function kept(event: AuditEvent): AuditEvent {
  const subject = event.subject && { userId: event.subject.userId, domain: event.subject.domain };
  return structuredClone({ ...event, subject });
}
