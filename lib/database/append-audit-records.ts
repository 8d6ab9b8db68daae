import { createHash } from 'node:crypto';
import type { AuditEvent } from '../audit/audit-event';
import { canonicalRecord, FIRST_PREVIOUS_HASH, splitEvent } from '../audit/audit-record';
import type { Prisma } from '../generated/prisma/client';

/** Held until the transaction ends, so that the chain has one writer at a time. Any number will do. */
const CHAIN_LOCK = 20_261_124;

export function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Appends events to the chain inside a transaction. Call it last: it holds up every other writer until the end. */
export async function appendAuditRecords(
  transaction: Prisma.TransactionClient,
  events: AuditEvent[],
  at: Date,
): Promise<void> {
  if (events.length === 0) return;
  await transaction.$queryRaw`SELECT pg_advisory_xact_lock(${CHAIN_LOCK}::int)::text`;
  const last = await transaction.auditRecord.findFirst({
    orderBy: { sequenceNumber: 'desc' },
    select: { sequenceNumber: true, hash: true },
  });
  let sequenceNumber = last?.sequenceNumber ?? 0;
  let previousHash = last?.hash ?? FIRST_PREVIOUS_HASH;
  const data: Prisma.AuditRecordCreateManyInput[] = [];
  for (const event of events) {
    sequenceNumber += 1;
    const hash = sha256Hex(canonicalRecord({ sequenceNumber, at, event, previousHash }));
    const { context, fact } = splitEvent(event);
    data.push({
      sequenceNumber,
      at,
      subjectUserId: context.subject?.userId ?? null,
      subjectDomain: context.subject?.domain ?? null,
      actor: context.actor,
      fact,
      correlationId: context.correlationId,
      address: context.address,
      previousHash,
      hash,
    });
    previousHash = hash;
  }
  await transaction.auditRecord.createMany({ data });
}
