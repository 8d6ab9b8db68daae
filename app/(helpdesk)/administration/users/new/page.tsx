import type { Metadata } from 'next';
import { AccountFields } from '@/components/staff/administration/account-fields';
import { AccountsElsewhere } from '@/components/staff/administration/accounts-elsewhere';
import { StaffForm } from '@/components/staff/helpdesk/staff-form';
import { MainContent } from '@/components/site/layout/main-content';
import { Card } from '@/components/ui/card';
import { PageHeading } from '@/components/ui/page-heading';
import { TextField } from '@/components/ui/fields/text-field';
import { MAXIMUM_USER_ID_LENGTH } from '@/lib/accounts/users/user';
import { services } from '@/lib/server/composition/compose';
import { requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { accountNames } from '@/lib/shared/names/staff-names';
import { createAccountAction } from './actions';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t(accountNames.createAnAccount) });

export default async function NewAccountPage() {
  await requirePagePermission('account:manage', '/administration/users/new');
  const { administration } = await services();
  return (
    <MainContent>
      <PageHeading lead={administration && t('They get an email with a link, and choose their password themselves.')}>
        {t(accountNames.createAnAccount)}
      </PageHeading>
      {administration ? (
        <div className="max-w-prose">
          <Card>
            <StaffForm
              action={createAccountAction}
              decides
              submit={t(accountNames.create)}
              pendingText={t('Creating…')}
              pageWords={t('The account is created, and the link for the first password is on its way.')}
            >
              <TextField
                label={t(accountNames.userId)}
                name="userId"
                hint={t('What they sign in with. It can’t be changed later.')}
                required
                maxLength={MAXIMUM_USER_ID_LENGTH}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
              />
              <AccountFields user={null} />
            </StaffForm>
          </Card>
        </div>
      ) : (
        <AccountsElsewhere />
      )}
    </MainContent>
  );
}
