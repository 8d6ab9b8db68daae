import type { Metadata, Route } from 'next';
import { scopesInWords } from '@/components/staff/service-accounts/scope-words';
import { SERVICE_ACCOUNTS_PATH } from '@/components/staff/service-accounts/service-account-path';
import { ServiceAccountTable } from '@/components/staff/service-accounts/service-account-table';
import { MainContent } from '@/components/site/layout/main-content';
import { EmptyState } from '@/components/ui/lists/empty-state';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { Time } from '@/components/ui/time';
import { services } from '@/lib/server/composition/compose';
import { serviceAccountNames } from '@/lib/shared/names/staff-names';
import { departedHolders } from '@/lib/helpdesk/service-accounts/departed-holders';
import { listAccountRequests, type AccountApproval } from '@/lib/helpdesk/service-accounts/list-account-requests';
import { requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { t } from '@/lib/shared/language/t';
import { RichText } from '@/components/site/language/rich-text';

export const generateMetadata = (): Metadata => ({ title: t(serviceAccountNames.title) });

/** More than any site has in use; ended ones come last. */
const LISTED = 200;

export default async function ServiceAccountsPage() {
  const { user } = await requirePagePermission('service-account:manage', SERVICE_ACCOUNTS_PATH);
  const { serviceAccounts } = await services();
  const accounts = await serviceAccounts.accounts.list(user.domain, LISTED);
  const departed = await departedHolders(serviceAccounts, user.domain, accounts);
  const awaited = await listAccountRequests(serviceAccounts, user);
  const isEmpty = accounts.length + awaited.length === 0;
  return (
    <MainContent>
      <PageHeading
        lead={t('Systems that call this site by themselves, such as a ticket system.')}
        action={
          <LinkButton href={`${SERVICE_ACCOUNTS_PATH}/new` as Route} variant="primary">
            {t(serviceAccountNames.new)}
          </LinkButton>
        }
      >
        {t(serviceAccountNames.title)}
      </PageHeading>
      <div className="grid gap-10">
        {isEmpty && (
          <EmptyState title={t('No system has an account')}>
            {t(
              'Request one for each system that needs the API. A second person has to agree, and you are then shown its key once.',
            )}
          </EmptyState>
        )}
        {awaited.length > 0 && <Awaited requests={awaited} />}
        {accounts.length > 0 && (
          <ServiceAccountTable accounts={accounts} departed={departed} now={serviceAccounts.clock.now()} />
        )}
      </div>
    </MainContent>
  );
}

function Awaited({ requests }: { requests: readonly AccountApproval[] }) {
  return (
    <section aria-labelledby="awaited">
      <h2 id="awaited" className="mb-4 text-xl font-semibold">
        {t(serviceAccountNames.awaited)}
      </h2>
      <ul aria-labelledby="awaited" className="grid divide-y divide-line border-y border-line">
        {requests.map(({ id, name, limits, scopes, requestedBy, endsAt }) => (
          <li key={id} className="grid gap-0.5 py-4">
            <span className="font-semibold wrap-anywhere">{limits ? name : t('More for {name}', { name })}</span>
            <span className="text-sm wrap-anywhere">{scopesInWords(scopes)}</span>
            <span className="text-sm text-ink-soft">
              <RichText
                message="Requested by {person}; expires {time}."
                values={{ person: requestedBy, time: <Time at={endsAt} form="until" /> }}
              />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
