import type { Route } from 'next';
import { AuditEntry } from '@/components/audit/audit-entry';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import type { AuditFilter } from '@/lib/audit/audit-filter';
import { services } from '@/lib/composition/compose';
import { auditQuery } from './audit-query';

const PAGE = 50;

/** The newest records that fit a filter. @param before sequence number to go on behind; null for the first page */
export async function RecordList({ filter, before }: { filter: AuditFilter; before: number | null }) {
  const { audit } = (await services()).audit;
  const records = await audit.list(filter, { order: 'newest-first', after: before, limit: PAGE + 1 });
  const shown = records.slice(0, PAGE);
  const last = records.length > PAGE ? shown.at(-1) : undefined;
  return (
    <section aria-labelledby="records">
      <h2 id="records" className="mb-2 text-xl font-semibold">
        Records
      </h2>
      {shown.length === 0 ? (
        <EmptyState title="No records">
          Nothing fits this choice. Choose a longer period, or fewer conditions.
        </EmptyState>
      ) : (
        <ol className="divide-y divide-line border-y border-line">
          {shown.map((record) => (
            <AuditEntry key={record.sequenceNumber} record={record} />
          ))}
        </ol>
      )}
      {(before !== null || last) && (
        <nav aria-label="Pages" className="mt-5 flex flex-wrap gap-3 print:hidden">
          {before !== null && (
            <LinkButton href={`/helpdesk/audit?${auditQuery(filter)}` as Route} variant="secondary">
              Newest
            </LinkButton>
          )}
          {last && (
            <LinkButton
              href={`/helpdesk/audit?${auditQuery(filter, { before: String(last.sequenceNumber) })}` as Route}
              variant="secondary"
            >
              Older
            </LinkButton>
          )}
        </nav>
      )}
    </section>
  );
}
