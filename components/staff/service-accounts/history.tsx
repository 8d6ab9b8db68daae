import { eventWords } from '@/lib/audit/event-words';
import { actorWords } from '@/components/staff/audit/actor-words';
import { TO_OTHERS } from '@/lib/audit/voice';
import { Time } from '@/components/ui/time';
import { actorId } from '@/lib/audit/audit-event';
import type { AuditRecord } from '@/lib/audit/audit-record';
import { RichText } from '@/components/site/language/rich-text';
import { t } from '@/lib/shared/language/t';

/** What was done to a service account, newest first. */
export function History({ records }: { records: readonly AuditRecord[] }) {
  return (
    <ol aria-labelledby="history" className="grid gap-4 border-l-2 border-line pl-4">
      {records.map(({ sequenceNumber, at, event }) => (
        <li key={sequenceNumber} className="grid gap-0.5">
          <span className="wrap-anywhere">{eventWords(event, TO_OTHERS)}</span>
          <span className="text-sm wrap-anywhere text-ink-soft">
            <RichText
              message="{time} · by {person}"
              values={{ time: <Time at={at.toISOString()} />, person: actorWords(event.actor) }}
            />
            {event.subject &&
              event.subject.userId !== actorId(event.actor) &&
              t(', about {userId}', { userId: event.subject.userId })}
            {event.type === 'service-key-refused' && event.address && t(' from {address}', { address: event.address })}
          </span>
        </li>
      ))}
    </ol>
  );
}
