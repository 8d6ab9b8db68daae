import type { Metadata } from 'next';
import { AuditFilterForm } from '@/components/staff/audit/audit-filter-form';
import { MainContent } from '@/components/site/layout/main-content';
import { Card } from '@/components/ui/card';
import { DownloadLink } from '@/components/ui/buttons/download-link';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { may } from '@/lib/accounts/users/permission';
import { allOf, type AuditFilter } from '@/lib/audit/audit-log';
import { services } from '@/lib/server/composition/compose';
import { lastDays, daysOf } from '@/lib/shared/time/period';
import { parseSortOrder } from '@/lib/shared/sort-order';
import { requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { auditNames } from '@/lib/shared/names/staff-names';
import { auditFilterSchema, auditQuery } from './audit-filter-schema';
import { AUDIT_SORT_KEYS, RecordsSection } from './records-section';
import { VerificationSection } from './verification-section';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t('Audit log') });

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const staff = await requirePagePermission('audit:read', '/helpdesk/audit');
  const { before, after, sort, ...request } = await searchParams;
  const week = lastDays(7, (await services()).accounts.clock.now());
  const parsed = auditFilterSchema(staff.user.domain).safeParse({ ...daysOf(week), ...request });
  const filter = parsed.success ? parsed.data : allOf(week, staff.user.domain);
  return (
    <MainContent>
      <PageHeading lead={t('Who did what, when and from where.')}>{t('Audit log')}</PageHeading>
      <div className="grid grid-cols-1 gap-10">
        <Card>
          {!parsed.success && (
            <div className="mb-5">
              <Notice tone="error" role="alert">
                {t(
                  'These filters could not be used, so you see the last 7 days. A period can be up to 366 days long and must end after it starts.',
                )}
              </Notice>
            </div>
          )}
          <AuditFilterForm filter={filter} />
        </Card>
        <RecordsSection
          domain={staff.user.domain}
          filter={filter}
          place={{ before: sequenceNumberIn(before), after: sequenceNumberIn(after) }}
          order={parseSortOrder(sort, AUDIT_SORT_KEYS)}
        />
        {may(staff, 'audit:verify') && <VerificationSection domain={staff.user.domain} />}
        {may(staff, 'audit:export') && <ExportSection filter={filter} />}
      </div>
    </MainContent>
  );
}

/** Parses a page cursor; null stands for none. */
function sequenceNumberIn(text: string | string[] | undefined): number | null {
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** Exports every record that matches the filter, not only those on the page. */
function ExportSection({ filter }: { filter: AuditFilter }) {
  const address = (format: 'csv' | 'jsonl') => `/api/audit/records?${auditQuery(filter, { format })}`;
  return (
    <section aria-labelledby="export" className="print:hidden">
      <h2 id="export" className="mb-1 text-xl font-semibold">
        {t('Export')}
      </h2>
      <p className="mb-4 max-w-prose text-ink-soft">
        {t(
          'All records that match the filters above. JSON lines contain whole records, so their hashes can be recomputed. Each export is recorded too.',
        )}
      </p>
      <div className="flex flex-wrap gap-3">
        <DownloadLink href={address('csv')}>{t(auditNames.exportCsv)}</DownloadLink>
        <DownloadLink href={address('jsonl')}>{t(auditNames.exportJsonLines)}</DownloadLink>
      </div>
    </section>
  );
}
