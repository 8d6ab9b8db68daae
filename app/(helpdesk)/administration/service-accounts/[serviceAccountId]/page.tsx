import type { Metadata, Route } from 'next';
import { StaffForm } from '@/components/staff/helpdesk/staff-form';
import { MainContent } from '@/components/site/layout/main-content';
import { History } from '@/components/staff/service-accounts/history';
import { LimitFields } from '@/components/staff/service-accounts/limit-fields';
import { ScopeFields } from '@/components/staff/service-accounts/scope-fields';
import { scopesInWords } from '@/components/staff/service-accounts/scope-words';
import { serviceAccountPath } from '@/components/staff/service-accounts/service-account-path';
import { StatusBadge } from '@/components/staff/service-accounts/status-badge';
import { Card } from '@/components/ui/card';
import { InlineConfirm } from '@/components/ui/buttons/inline-confirm';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { Time } from '@/components/ui/time';
import { TitledSection } from '@/components/site/layout/titled-section';
import { services } from '@/lib/server/composition/compose';
import { serviceAccountNames } from '@/lib/shared/names/staff-names';
import { departedHolders } from '@/lib/helpdesk/service-accounts/departed-holders';
import { listAccountRequests } from '@/lib/helpdesk/service-accounts/list-account-requests';
import { statusOf, type ServiceAccount } from '@/lib/helpdesk/service-accounts/service-account';
import { lastDayBefore, lastDayRange } from '@/lib/helpdesk/service-accounts/typed-account';
import { getSignedIn, requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { may } from '@/lib/accounts/users/permission';
import { AccountFacts } from './account-facts';
import { endAction, resumeAction, saveLimitsAction, saveScopesAction, suspendAction } from './actions';
import { findAccount } from './find-account';
import { Keys } from './keys';
import { ReturnAddresses } from './return-addresses';
import { t } from '@/lib/shared/language/t';
import { RichText } from '@/components/site/language/rich-text';

type Params = { params: Promise<{ serviceAccountId: string }> };

/** Records of the account that are shown. */
const HISTORY = 50;

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const reader = await getSignedIn();
  if (!reader || !may(reader, 'service-account:manage')) return { title: t(serviceAccountNames.title) };
  const { name } = await findAccount(reader.user, (await params).serviceAccountId);
  return { title: `${name} · ${t(serviceAccountNames.title)}` };
}

export default async function ServiceAccountPage({ params }: Params) {
  const { serviceAccountId } = await params;
  const { user } = await requirePagePermission('service-account:manage', serviceAccountPath(serviceAccountId));
  const account = await findAccount(user, serviceAccountId);
  const { serviceAccounts } = await services();
  const now = serviceAccounts.clock.now();
  const status = statusOf(account, now);
  const isEnded = status === 'ended';
  const awaited = (await listAccountRequests(serviceAccounts, user)).find(({ accountId }) => accountId === account.id);
  const departed = await departedHolders(serviceAccounts, user.domain, [account]);
  const records = await serviceAccounts.audit.listForServiceAccount(account.id, user.domain, HISTORY);
  return (
    <MainContent>
      <PageHeading
        lead={<span className="wrap-anywhere">{account.id}</span>}
        badge={<StatusBadge status={status} />}
        action={!isEnded && status !== 'expired' && <KeyLink account={account} userId={user.userId} />}
      >
        <span className="wrap-anywhere">{account.name}</span>
      </PageHeading>
      <div className="grid max-w-prose grid-cols-[minmax(0,1fr)] gap-10">
        <Card>
          <div className="grid gap-6">
            <AccountFacts account={account} />
            {!isEnded && <Suspension account={account} />}
          </div>
        </Card>
        {account.keys.length > 0 && (
          <TitledSection id="keys" title={t(serviceAccountNames.keys)}>
            <Keys account={account} departed={departed} now={now} />
          </TitledSection>
        )}
        {!isEnded && (
          <>
            <TitledSection
              id="scopes"
              title={t('What it may do')}
              lead={t('More takes a second person’s approval. You can take anything away on your own.')}
            >
              {awaited && (
                <p className="mb-4">
                  <RichText
                    message="Waiting for a second person: {scopes}. Requested by {person}; expires {time}."
                    values={{
                      scopes: scopesInWords(awaited.scopes),
                      person: awaited.requestedBy,
                      time: <Time at={awaited.endsAt} form="until" />,
                    }}
                  />
                </p>
              )}
              <Card>
                <Scopes account={account} />
              </Card>
            </TitledSection>
            <TitledSection
              id="limits"
              title={t('Limits')}
              lead={t('To let in more than before, you confirm that it’s you. Less takes one press.')}
            >
              <Card>
                <Limits account={account} now={now} />
              </Card>
            </TitledSection>
          </>
        )}
        {!isEnded && hasReturnAddresses(account) && (
          <TitledSection
            id="return-addresses"
            title={t(serviceAccountNames.returnAddresses)}
            lead={t(
              'Where people come back to when this system has sent them here to activate a device. To register another, you confirm that it’s you.',
            )}
          >
            <ReturnAddresses account={account} />
          </TitledSection>
        )}
        <TitledSection id="history" title={t(serviceAccountNames.history)}>
          <History records={records} />
        </TitledSection>
        {!isEnded && (
          <TitledSection id="end" title={t('End')}>
            <EndAccount account={account} />
          </TitledSection>
        )}
      </div>
    </MainContent>
  );
}

function hasReturnAddresses({ scopes, returnAddresses }: ServiceAccount): boolean {
  return scopes.includes('activation-link:make') || returnAddresses.length > 0;
}

function KeyLink({ account: { id, keys, requestedBy }, userId }: { account: ServiceAccount; userId: string }) {
  if (keys.length === 0 && requestedBy !== userId) return null;
  const isFirst = keys.length === 0;
  return (
    <LinkButton href={`${serviceAccountPath(id)}/key` as Route} variant={isFirst ? 'primary' : 'secondary'}>
      {isFirst ? t(serviceAccountNames.showKey) : t(serviceAccountNames.replaceKey)}
    </LinkButton>
  );
}

function Suspension({ account: { id, name, suspendedAt } }: { account: ServiceAccount }) {
  const hidden = <input type="hidden" name="serviceAccountId" value={id} />;
  return suspendedAt ? (
    <StaffForm
      action={resumeAction}
      decides
      submit={t(serviceAccountNames.resume)}
      pendingText={t('Resuming…')}
      pageWords={t('{name} can call again.', { name })}
    >
      {hidden}
    </StaffForm>
  ) : (
    <StaffForm
      action={suspendAction}
      submit={t(serviceAccountNames.suspend)}
      pendingText={t('Suspending…')}
      pageWords={t('{name} is suspended: its keys open nothing, and its webhooks get nothing, until you resume it.', {
        name,
      })}
      variant="secondary"
    >
      {hidden}
    </StaffForm>
  );
}

function Scopes({ account: { id, scopes } }: { account: ServiceAccount }) {
  return (
    <StaffForm
      // Shows what was saved, and what a colleague saves meanwhile.
      key={scopes.join()}
      action={saveScopesAction}
      submit={t(serviceAccountNames.saveScopes)}
      pendingText={t('Saving…')}
      pageWords={t('Saved. What you added waits for a second person.')}
      variant="secondary"
    >
      <input type="hidden" name="serviceAccountId" value={id} />
      <ScopeFields given={scopes} isTitled />
    </StaffForm>
  );
}

function Limits({ account, now }: { account: ServiceAccount; now: Date }) {
  const { id, networks, requestsPerMinute, expiresAt } = account;
  const limitFields = {
    networks: networks.join('\n'),
    requestsPerMinute: String(requestsPerMinute),
    lastDay: lastDayBefore(expiresAt),
  };
  return (
    <StaffForm
      key={JSON.stringify(limitFields)}
      action={saveLimitsAction}
      submit={t(serviceAccountNames.saveLimits)}
      pendingText={t('Saving…')}
      pageWords={t('The limits are saved.')}
      variant="secondary"
    >
      <input type="hidden" name="serviceAccountId" value={id} />
      <LimitFields typed={limitFields} days={lastDayRange(now)} />
    </StaffForm>
  );
}

function EndAccount({ account: { id, name } }: { account: ServiceAccount }) {
  return (
    <InlineConfirm label={t(serviceAccountNames.end)}>
      <p className="wrap-anywhere">
        {t(
          '{name} can never call again with any of its keys, and its webhooks are deleted. A new account takes two people. What it did stays in the audit log.',
          { name },
        )}
      </p>
      <StaffForm
        action={endAction}
        submit={t(serviceAccountNames.endIt)}
        pendingText={t('Ending…')}
        pageWords={t('{name} has ended.', { name })}
        variant="danger"
      >
        <input type="hidden" name="serviceAccountId" value={id} />
      </StaffForm>
    </InlineConfirm>
  );
}
