import type { Metadata } from 'next';
import { MainContent } from '@/components/layout/main-content';
import { may } from '@/lib/accounts/users/permission';
import { services } from '@/lib/composition/compose';
import { daysOf } from '@/lib/shared/time/days-of';
import { lastDays } from '@/lib/shared/time/period';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { AuditFilterForm } from '@/components/audit/audit-filter-form';
import { Card } from '@/components/ui/card';
import { requirePagePermission } from '@/lib/web/sessions/signed-in';
import { auditFilterSchema } from './audit-filter-schema';
import { ExportSection } from './export-section';
import { RecordList } from './record-list';
import { VerificationSection } from './verification-section';

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

/** Null for the first page. */
function sequenceNumberIn(before: string | string[] | undefined): number | null {
  return typeof before === 'string' && /^\d{1,9}$/.test(before) ? Number(before) : null;
}
