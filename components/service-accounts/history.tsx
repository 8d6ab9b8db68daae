import { activityText } from '@/components/audit/activity-text';
import { actorWords } from '@/components/audit/actor-words';
import { Time } from '@/components/ui/time';
import type { AuditRecord } from '@/lib/audit/audit-record';

/** What was done to a service account, newest first. */
export function History({ records }: { records: readonly AuditRecord[] }) {
  return (
    <ol aria-labelledby="history" className="grid gap-4 border-l-2 border-line pl-4">
      {records.map(({ sequenceNumber, at, event }) => (
        <li key={sequenceNumber} className="grid gap-0.5">
          <span className="wrap-anywhere">{activityText(event)}</span>
          <span className="text-sm wrap-anywhere text-ink-soft">
            <Time at={at.toISOString()} /> · by {actorWords(event.actor)}
            {event.type === 'service-key-refused' && event.address && ` from ${event.address}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
