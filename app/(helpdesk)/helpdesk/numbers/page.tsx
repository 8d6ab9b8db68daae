import type { Metadata } from 'next';
import { MainContent } from '@/components/site/layout/main-content';
import { PERIOD_DAYS } from '@/components/staff/statistics/period-links';
import { PageHeading } from '@/components/ui/page-heading';
import { may } from '@/lib/accounts/users/permission';
import { requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { numbersNames } from '@/lib/shared/names/staff-names';
import { FunnelSection } from './funnel-section';
import { TodaySection } from './today-section';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t(numbersNames.heading) });

export default async function NumbersPage({ searchParams }: { searchParams: Promise<{ days?: string | string[] }> }) {
  const staff = await requirePagePermission('numbers:view', '/helpdesk/numbers');
  const period = (await searchParams).days;
  const days = PERIOD_DAYS.find((option) => String(option) === period) ?? 7;
  return (
    <MainContent>
      <PageHeading lead={t('Activation results. Days start at midnight UTC.')}>{t(numbersNames.heading)}</PageHeading>
      <div className="grid grid-cols-1 gap-12">
        <TodaySection domain={staff.user.domain} mayViewUsers={may(staff, 'user:view')} />
        <FunnelSection domain={staff.user.domain} days={days} mayExport={may(staff, 'numbers:export')} />
      </div>
    </MainContent>
  );
}
