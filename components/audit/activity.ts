import type { AuditRecord } from '@/lib/audit/audit-record';
import type { Activity } from './activity-timeline';
import { activityText } from './activity-text';

/** What a timeline shows of a record. */
export function activity({ sequenceNumber, at, event }: AuditRecord): Activity {
  return { id: sequenceNumber, at: at.toISOString(), text: activityText(event) };
}
