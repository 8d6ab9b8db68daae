import type { Actor, AuditEvent, AuditFact, Subject } from '../audit/audit-event';
import type { AuditLog } from '../audit/audit-log';
import type { AuditRecord } from '../audit/audit-record';
import type { AuditRecord as AuditRecordRow, PrismaClient } from '../generated/prisma/client';
import type { Clock } from '../shared/clock';
import { appendAuditRecords } from './append-audit-records';

export class PrismaAuditLog implements AuditLog {
  private readonly client: PrismaClient;
  private readonly clock: Clock;

  constructor(client: PrismaClient, clock: Clock) {
    this.client = client;
    this.clock = clock;
  }

  async append(...events: AuditEvent[]): Promise<void> {
    await this.client.$transaction((transaction) => appendAuditRecords(transaction, events, this.clock.now()));
  }

  async listFor(subject: NonNullable<Subject>, limit: number): Promise<AuditRecord[]> {
    const where = { subjectUserId: subject.userId, subjectDomain: subject.domain };
    const rows = await this.client.auditRecord.findMany({ where, orderBy: { sequenceNumber: 'desc' }, take: limit });
    return rows.map(recordFromRow);
  }

  async read(after: number, limit: number): Promise<AuditRecord[]> {
    const where = { sequenceNumber: { gt: after } };
    const rows = await this.client.auditRecord.findMany({ where, orderBy: { sequenceNumber: 'asc' }, take: limit });
    return rows.map(recordFromRow);
  }
}

function recordFromRow(row: AuditRecordRow): AuditRecord {
  const subject =
    row.subjectUserId === null || row.subjectDomain === null
      ? null
      : { userId: row.subjectUserId, domain: row.subjectDomain };
  const context = { actor: row.actor as Actor, subject, correlationId: row.correlationId, address: row.address };
  const event: AuditEvent = { ...(row.fact as AuditFact), ...context };
  return { sequenceNumber: row.sequenceNumber, at: row.at, event, previousHash: row.previousHash, hash: row.hash };
}
