import type { Metadata } from 'next';
import { AlarmList } from '@/components/staff/helpdesk/queues/alarm-list';
import { MainContent } from '@/components/site/layout/main-content';
import { EmptyState } from '@/components/ui/lists/empty-state';
import { PageHeading } from '@/components/ui/page-heading';
import { peopleNames } from '@/lib/server/web/answers/people-names';
import { may } from '@/lib/accounts/users/permission';
import { services } from '@/lib/server/composition/compose';
import { listAlarms } from '@/lib/helpdesk/desk/alarms/list-alarms';
import { requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t('Alarms') });

/** Where the emails of an alarm lead to: everybody who gets one may read it. */
export default async function AlarmsPage() {
  const staff = await requirePagePermission('alarm:view', '/helpdesk/alarms');
  const { helpdesk } = await services();
  const alarms = await listAlarms(helpdesk, staff.user.domain);
  const people = alarms.flatMap((alarm) => [
    ...('userId' in alarm ? [alarm.userId] : []),
    ...('usedBy' in alarm ? [alarm.usedBy] : []),
  ]);
  const names = await peopleNames(staff.user.domain, people);
  return (
    <MainContent>
      <PageHeading lead={t('The last seven days, newest first.')}>{t('Alarms')}</PageHeading>
      {alarms.length === 0 ? (
        <EmptyState title={t('No alarms')}>{t('Skipped approvals and “It wasn’t me” reports appear here.')}</EmptyState>
      ) : (
        <AlarmList alarms={alarms} names={names} mayOpenUsers={may(staff, 'device:view')} />
      )}
    </MainContent>
  );
}
