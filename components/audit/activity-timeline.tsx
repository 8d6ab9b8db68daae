import { Time } from '@/components/ui/time';
import type { AuditRecord } from '@/lib/audit/audit-record';
import { activityText } from './activity-text';

export type Activity = {
  id: number;
  /** ISO 8601. */
  at: string;
  text: string;
  /** Further facts, where there are any. */
  detail?: string;
};

/** Recent events, newest first. */
export function ActivityTimeline({ events }: { events: readonly Activity[] }) {
  return (
    <section aria-labelledby="recent-activity">
      <h2 id="recent-activity" className="mb-4 text-xl font-semibold">
        Recent activity
      </h2>
      {events.length === 0 ? (
        <p className="text-ink-soft">Nothing yet.</p>
      ) : (
        <ol className="grid gap-3 border-l-2 border-line pl-4">
          {events.map(({ id, at, text, detail }) => (
            <li key={id} className="grid gap-0.5">
              <span className="wrap-anywhere">{text}</span>
              {detail && <span className="text-sm wrap-anywhere text-ink-soft">{detail}</span>}
              <span className="text-sm text-ink-soft">
                <Time at={at} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

export function activity({ sequenceNumber, at, event }: AuditRecord): Activity {
  return { id: sequenceNumber, at: at.toISOString(), text: activityText(event) };
}
