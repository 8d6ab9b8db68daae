import type { RowWriter } from '../shared/export/export-rows';
import { splitEvent, type AuditRecord } from './audit-record';

/**
 * A row has one column for what every record has, and the rest of what happened as JSON. A line is the record as it is, from
 * which who has the keys can compute its hash again (see `canonicalRecord`).
 */
export const auditWriter: RowWriter<AuditRecord> = {
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
      actor.kind === 'user' ? actor.userId : null,
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
