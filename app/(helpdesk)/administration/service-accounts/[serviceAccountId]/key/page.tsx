import type { Metadata } from 'next';
import { MainContent } from '@/components/site/layout/main-content';
import { serviceAccountPath } from '@/components/staff/service-accounts/service-account-path';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import type { User } from '@/lib/accounts/users/user';
import { services } from '@/lib/server/composition/compose';
import { serviceAccountNames } from '@/lib/shared/names/staff-names';
import { statusOf, type ServiceAccount } from '@/lib/helpdesk/service-accounts/service-account';
import { requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { findAccount } from '../find-account';
import { KeyForm } from './key-form';
import { t } from '@/lib/shared/language/t';

type Params = { params: Promise<{ serviceAccountId: string }> };

export const generateMetadata = (): Metadata => ({ title: `${t('Key')} · ${t(serviceAccountNames.title)}` });

export default async function ServiceKeyPage({ params }: Params) {
  const { serviceAccountId } = await params;
  const path = `${serviceAccountPath(serviceAccountId)}/key`;
  const { user } = await requirePagePermission('service-account:manage', path);
  const account = await findAccount(user, serviceAccountId);
  const { clock } = (await services()).serviceAccounts;
  const isFirst = account.keys.length === 0;
  const obstacle = obstacleOf(account, user, clock.now());
  return (
    <MainContent width="form">
      <PageHeading lead={<span className="wrap-anywhere">{account.name}</span>}>
        {isFirst ? t(serviceAccountNames.showKey) : t(serviceAccountNames.replaceKey)}
      </PageHeading>
      <Card>
        {obstacle ? (
          <div className="grid justify-items-start gap-5">
            <p>{obstacle}</p>
            <LinkButton href={serviceAccountPath(account.id)} variant="secondary">
              {t('Back to the account')}
            </LinkButton>
          </div>
        ) : (
          <div className="grid gap-5">
            <KeyForm id={account.id} isFirst={isFirst} />
          </div>
        )}
      </Card>
    </MainContent>
  );
}

/** Why the reader is shown no key here; null if they are. */
function obstacleOf(account: ServiceAccount, { userId }: User, now: Date): string | null {
  const status = statusOf(account, now);
  if (status === 'ended') return t('This service account has ended, for good. Request a new one.');
  if (status === 'expired') return t('This service account has expired. Set a later last day first.');
  if (account.keys.length === 0 && account.requestedBy !== userId)
    return t('Only {person}, who requested the account, is shown its first key.', { person: account.requestedBy });
  return null;
}
