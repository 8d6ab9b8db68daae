import type { Metadata, Route } from 'next';
import { MainContent } from '@/components/layout/main-content';
import { may } from '@/lib/accounts/users/permission';
import { services } from '@/lib/composition/compose';
import { lastDays, daysOf } from '@/lib/shared/time/period';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { AuditFilterForm } from '@/components/audit/audit-filter-form';
import { Card } from '@/components/ui/card';
import { requirePagePermission } from '@/lib/web/sessions/signed-in';
import { auditFilterSchema, auditQuery } from './audit-filter-schema';
import { AuditEntry } from '@/components/audit/audit-entry';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import type { AuditFilter } from '@/lib/audit/audit-log';
import { DownloadLink } from '@/components/ui/download-link';
import { actorWords } from '@/components/audit/actor-words';
import { VerificationPanel } from '@/components/audit/verification-panel';
import { verdictWords } from '@/components/audit/verdict-words';
import { Time } from '@/components/ui/time';

const ALWAYS = { from: new Date(0), to: new Date('9999-01-01') };

const PAGE = 50;

export const metadata: Metadata = { title: 'Audit log' };

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const staff = await requirePagePermission('audit:read', '/helpdesk/audit');
  const { before, ...asked } = await searchParams;
  const week = lastDays(7, (await services()).access.clock.now());
  const parsed = auditFilterSchema.safeParse({ ...daysOf(week), ...asked });
  const filter = parsed.success ? parsed.data : { period: week, type: null, subjectUserId: null, actorUserId: null };
  return (
    <MainContent>
      <PageHeading lead="Who did what, when and from where.">Audit log</PageHeading>
      <div className="grid grid-cols-1 gap-10">
        {may(staff, 'audit:verify') && <VerificationSection />}
        <Card>
          {!parsed.success && (
            <div className="mb-5">
              <Notice tone="error" role="alert">
                That choice was not understood, so you see the last 7 days. A period is at most 366 days long and ends
                after it begins.
              </Notice>
            </div>
          )}
          <AuditFilterForm filter={filter} />
        </Card>
        <RecordList filter={filter} before={sequenceNumberIn(before)} />
        {may(staff, 'audit:export') && <ExportSection filter={filter} />}
      </div>
    </MainContent>
  );
}

/** Parses the page cursor; null stands for the first page. */
function sequenceNumberIn(before: string | string[] | undefined): number | null {
  return typeof before === 'string' && /^\d{1,9}$/.test(before) ? Number(before) : null;
}

/**
 * The newest records that match a filter.
 * @param before sequence number that the page continues after; null for the first page
 */
async function RecordList({ filter, before }: { filter: AuditFilter; before: number | null }) {
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

/** Exports every record that matches the filter, not only those on the page. */
function ExportSection({ filter }: { filter: AuditFilter }) {
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

/** Verifies the log and shows the last verdict. */
async function VerificationSection() {
  const { audit } = (await services()).audit;
  const verifications = { period: ALWAYS, type: 'audit-log-verified', subjectUserId: null, actorUserId: null } as const;
  const [last] = await audit.list(verifications, { order: 'newest-first', after: null, limit: 1 });
  return (
    <section aria-labelledby="verification" className="print:hidden">
      <Card>
        <h2 id="verification" className="mb-1 text-xl font-semibold">
          Verification
        </h2>
        <p className="mb-4 max-w-prose text-ink-soft">
          Each record is sealed to the one before it. Verifying reads the whole log again and names the first record
          that was changed or taken out.
        </p>
        <VerificationPanel />
        {last?.event.type === 'audit-log-verified' && (
          <p className="mt-4 text-sm text-ink-soft">
            Last verified <Time at={last.at.toISOString()} /> by {actorWords(last.event.actor)}:{' '}
            {verdictWords(last.event.verdict)}.
          </p>
        )}
      </Card>
    </section>
  );
}
