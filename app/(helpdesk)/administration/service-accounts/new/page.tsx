import type { Metadata } from 'next';
import { StaffForm } from '@/components/staff/helpdesk/staff-form';
import { MainContent } from '@/components/site/layout/main-content';
import { LimitFields } from '@/components/staff/service-accounts/limit-fields';
import { ScopeFields } from '@/components/staff/service-accounts/scope-fields';
import { SERVICE_ACCOUNTS_PATH } from '@/components/staff/service-accounts/service-account-path';
import { Card } from '@/components/ui/card';
import { PageHeading } from '@/components/ui/page-heading';
import { TextField } from '@/components/ui/fields/text-field';
import { services } from '@/lib/server/composition/compose';
import { serviceAccountNames } from '@/lib/shared/names/staff-names';
import { lastDayRange, MAXIMUM_SERVICE_NAME_LENGTH } from '@/lib/helpdesk/service-accounts/typed-account';
import { requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { requestServiceAccountAction } from './actions';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t(serviceAccountNames.new) });

export default async function NewServiceAccountPage() {
  await requirePagePermission('service-account:manage', `${SERVICE_ACCOUNTS_PATH}/new`);
  const { serviceAccounts } = await services();
  const days = lastDayRange(serviceAccounts.clock.now());
  return (
    <MainContent>
      <PageHeading lead={t('A second person has to agree. Then you are shown the key, once.')}>
        {t(serviceAccountNames.new)}
      </PageHeading>
      <div className="max-w-prose">
        <Card>
          <StaffForm
            action={requestServiceAccountAction}
            decides
            submit={t(serviceAccountNames.request)}
            pendingText={t('Sending…')}
            pageWords={t('Requested. It waits for a second person.')}
          >
            <TextField
              label={t(serviceAccountNames.name)}
              name="name"
              hint={t('Which system it is. It can’t be changed later.')}
              required
              maxLength={MAXIMUM_SERVICE_NAME_LENGTH}
              autoComplete="off"
            />
            <ScopeFields />
            <LimitFields typed={{ networks: '', requestsPerMinute: '60', lastDay: days.latest }} days={days} />
          </StaffForm>
        </Card>
      </div>
    </MainContent>
  );
}
