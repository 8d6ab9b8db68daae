import type { RequestOrigin } from '../shared/request-origin';
import { EXPORT_BATCH, exportRows, type ExportFormat } from '../shared/export/export-rows';
import type { AuditFilter } from './audit-filter';
import type { AuditPorts } from './audit-ports';
import { auditWriter } from './audit-writer';

/**
 * The records that fit a filter, oldest first. Recorded before anything is given, and so the last record of an export
 * that reaches to the present.
 * @returns the file's text, part by part
 */
export async function exportAuditLog(
  { audit }: AuditPorts,
  actor: { userId: string },
  { filter, format }: { filter: AuditFilter; format: ExportFormat },
  origin: RequestOrigin,
): Promise<AsyncGenerator<string, void>> {
  const { period, type, subjectUserId, actorUserId } = filter;
  await audit.append({
    type: 'audit-log-exported',
    format,
    from: period.from.toISOString(),
    to: period.to.toISOString(),
    ofType: type,
    subjectUserId,
    actorUserId,
    actor: { kind: 'user', userId: actor.userId },
    subject: null,
    ...origin,
  });
  return exportRows(format, auditWriter, (after) =>
    audit.list(filter, { order: 'oldest-first', after: after && after.sequenceNumber, limit: EXPORT_BATCH }),
  );
}
