import type { AuditFact } from '@/lib/audit/audit-event';
import type { AuditRecord } from '@/lib/audit/audit-record';

const JANE = { userId: 'jane.doe', domain: 'example.org' };

/**
 * Records of jane.doe ten seconds apart, oldest first as they happened.
 * @returns newest first, as the log lists them
 */
export function activityRecords(...facts: (AuditFact & { correlationId?: string })[]): AuditRecord[] {
  return facts
    .map(({ correlationId, ...fact }, index) => ({
      sequenceNumber: index + 1,
      at: new Date(Date.UTC(2026, 10, 24, 12, 0, index * 10)),
      event: {
        ...fact,
        actor: { kind: 'user', userId: JANE.userId } as const,
        subject: JANE,
        correlationId: correlationId ?? `request ${index}`,
        address: '192.0.2.1',
      },
      previousHash: '',
      hash: '',
      keyId: null,
    }))
    .toReversed();
}
