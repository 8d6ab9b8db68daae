import { activityText } from '@/components/audit/activity-text';
import type { Activity } from '@/components/audit/activity-timeline';
import { TO_OTHERS } from '@/components/audit/voice';
import type { AuditRecord } from '@/lib/audit/audit-record';
import { timelineDetails } from './timeline-details';

/** What the timeline of a person shows to staff. */
export function staffActivity({ sequenceNumber, at, event }: AuditRecord): Activity {
  const text = activityText(event, TO_OTHERS);
  return { id: sequenceNumber, at: at.toISOString(), text, detail: timelineDetails(event) };
}
