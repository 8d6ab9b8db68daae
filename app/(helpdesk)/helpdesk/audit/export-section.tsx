import { DownloadLink } from '@/components/ui/download-link';
import type { AuditFilter } from '@/lib/audit/audit-filter';
import { auditQuery } from './audit-query';

/** The records that the page shows, and all further ones that fit, as files. */
export function ExportSection({ filter }: { filter: AuditFilter }) {
  const address = (format: 'csv' | 'jsonl') => `/api/audit/records?${auditQuery(filter, { format })}`;
  return (
    <section aria-labelledby="export" className="print:hidden">
      <h2 id="export" className="mb-1 text-xl font-semibold">
        Export
      </h2>
      <p className="mb-4 max-w-prose text-ink-soft">
        All records that fit the choice above. JSON lines hold them whole, so that their hashes can be computed again.
        Each export is a record itself.
      </p>
      <div className="flex flex-wrap gap-3">
        <DownloadLink href={address('csv')}>Export as CSV</DownloadLink>
        <DownloadLink href={address('jsonl')}>Export as JSON lines</DownloadLink>
      </div>
    </section>
  );
}
