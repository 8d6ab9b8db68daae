import { auditContext, userActor } from './audit-context';
import { actorId } from './audit-event';
import type { RequestOrigin } from '../shared/request-origin';
import { EXPORT_BATCH, exportRows, type ExportFormat, type RowWriter } from '../shared/export/export-rows';
import type { AuditPorts, AuditFilter } from './audit-log';
import { splitEvent, type AuditRecord } from './audit-record';

/**
 * A CSV row has columns for what all records share, and the rest of the fact as JSON. A JSON line is the whole record,
 * from which a holder of the keys can compute the hash (see `canonicalRecord`).
 */
const auditWriter: RowWriter<AuditRecord> = {
  columns: [
    'sequenceNumber',
    'at',
    'type',
    'actorKind',
    'actorUserId',
    'subjectUserId',
    'subjectDomain',
    'address',
    'correlationId',
    'details',
    'previousHash',
    'keyId',
    'hash',
  ],
  cells: ({ sequenceNumber, at, event, previousHash, keyId, hash }) => {
    const { context, fact } = splitEvent(event);
    const { actor, subject, address, correlationId } = context;
    const { type, ...details } = fact;
    return [
      sequenceNumber,
      at,
      type,
      actor.kind,
      actorId(actor),
      subject?.userId ?? null,
      subject?.domain ?? null,
      address,
      correlationId,
      JSON.stringify(details),
      previousHash,
      keyId,
      hash,
    ];
  },
  json: (record) => record,
};

/**
 * Exports the records that match a filter, oldest first. The export is recorded first, so one that reaches to the
 * present ends with its own record.
 * @returns the file's text, in chunks
 */
export async function exportAuditLog(
  { audit }: AuditPorts,
  actor: { userId: string },
  { filter, format }: { filter: AuditFilter; format: ExportFormat },
  origin: RequestOrigin,
): Promise<AsyncGenerator<string, void>> {
  const { period, type, subjectUserId, actorUserId, text } = filter;
  await audit.append({
    type: 'audit-log-exported',
    format,
    from: period.from.toISOString(),
    to: period.to.toISOString(),
    ofType: type,
    subjectUserId,
    actorUserId,
    text,
    ...auditContext(userActor(actor), null, origin),
  });
  return exportRows(format, auditWriter, (after) =>
    audit.list(filter, { order: 'oldest-first', after: after && after.sequenceNumber, limit: EXPORT_BATCH }),
  );
}
