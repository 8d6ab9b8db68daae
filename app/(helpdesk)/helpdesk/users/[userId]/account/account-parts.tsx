import { Fragment } from 'react';
import { AccountFields } from '@/components/staff/administration/account-fields';
import { StaffForm } from '@/components/staff/helpdesk/staff-form';
import { SessionFacts } from '@/components/site/sessions/session-facts';
import { Card } from '@/components/ui/card';
import { InlineConfirm } from '@/components/ui/buttons/inline-confirm';
import { Notice } from '@/components/ui/notice';
import { TitledSection } from '@/components/site/layout/titled-section';
import { may } from '@/lib/accounts/users/permission';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import type { PeopleNames } from '@/lib/accounts/users/people-names';
import type { User } from '@/lib/accounts/users/user';
import { detailsVersion } from '@/lib/helpdesk/administration/change-details';
import { readAccount, type ReadAccount } from '@/lib/helpdesk/administration/read-account';
import { services } from '@/lib/server/composition/compose';
import { accountNames } from '@/lib/shared/names/staff-names';
import { contactNames } from '@/lib/shared/names/profile-names';
import { ContactsForm } from './contacts';
import { AccountFacts } from './account-facts';
import { changeDetailsAction, deleteAccountAction, endAccountSessionsAction } from './actions';
import { Roles } from './roles';
import { t } from '@/lib/shared/language/t';

/** Of an account as its administrator sees it; null where accounts are managed elsewhere. */
export async function readAccountFor(administrator: SignedIn, userId: string): Promise<ReadAccount | null> {
  const { administration } = await services();
  return administration && readAccount(administration, administrator, { userId });
}

/** What administrators see and change of a person, below their devices. */
export async function AccountParts({
  administrator,
  page,
  people,
}: {
  administrator: SignedIn;
  page: ReadAccount;
  people: PeopleNames;
}) {
  const { administration, accounts } = await services();
  const provider = accounts.identityProvider.settings;
  const { account, isOwn, sessions } = page;
  const { user } = account;
  const isGoing = account.removalRequestedAt !== null;
  const isReadOnly = isOwn || isGoing || !may(administrator, 'account:manage');
  return (
    <>
      <TitledSection id="account" title={t(accountNames.account)}>
        {isOwn && (
          <Notice tone="info" title={t('This is your own account')}>
            <p>{t('Nobody changes their own. Ask another administrator.')}</p>
          </Notice>
        )}
        {isGoing && (
          <Notice tone="warning" title={t('This account is being deleted')}>
            <p>{t('It is gone as soon as its devices are.')}</p>
          </Notice>
        )}
        <Card>
          <AccountFacts account={account} isReadOnly={isReadOnly} />
        </Card>
      </TitledSection>
      <TitledSection
        id="roles"
        title={t(accountNames.roles)}
        lead={
          provider?.givesRoles
            ? t('{provider} gives roles, at every sign-in there, so they cannot be changed here.', {
                provider: provider.name,
              })
            : isReadOnly
              ? null
              : t('Staff roles need a second person’s approval. You can take any role away on your own.')
        }
      >
        <Roles {...page} people={people} isReadOnly={isReadOnly || provider?.givesRoles === true} />
      </TitledSection>
      {!isReadOnly && (
        <TitledSection id="details" title={t('Details')}>
          <Card>
            <Details user={user} />
          </Card>
        </TitledSection>
      )}
      {!isReadOnly && administration && (
        <TitledSection
          id="contacts"
          title={t(contactNames.contacts)}
          lead={t('How the helpdesk makes sure that a caller is this person.')}
        >
          <Card>
            <ContactsForm userId={user.userId} contacts={await administration.contacts.contactsOf(user)} />
          </Card>
        </TitledSection>
      )}
      <TitledSection id="sessions" title={t('Where they are signed in')}>
        <Sessions user={user} sessions={sessions} isReadOnly={isReadOnly} />
      </TitledSection>
      {!isReadOnly && (
        <TitledSection id="delete" title={t('Delete')}>
          <DeleteAccount user={user} />
        </TitledSection>
      )}
    </>
  );
}

function Details({ user }: { user: User }) {
  const version = detailsVersion(user);
  return (
    <StaffForm
      action={changeDetailsAction}
      decides
      submit={t(accountNames.saveDetails)}
      pendingText={t('Saving…')}
      pageWords={t('The details are saved.')}
    >
      <input type="hidden" name="userId" value={user.userId} />
      {/* What was saved, and what a colleague saves meanwhile, takes the place of what was typed. */}
      <Fragment key={version}>
        <input type="hidden" name="shown" value={version} autoComplete="off" />
        <AccountFields user={user} />
      </Fragment>
    </StaffForm>
  );
}

function Sessions({ user, sessions, isReadOnly }: { user: User; isReadOnly: boolean } & Pick<ReadAccount, 'sessions'>) {
  if (sessions.length === 0) return <p className="text-ink-soft">{t('Nowhere.')}</p>;
  return (
    <div className="grid gap-5">
      <ul aria-label={t(accountNames.sessions)} className="grid divide-y divide-line border-y border-line">
        {sessions.map((session) => (
          <li key={session.createdAt.toISOString() + session.trace.browser} className="py-4">
            <SessionFacts session={session} />
          </li>
        ))}
      </ul>
      {!isReadOnly && (
        <StaffForm
          action={endAccountSessionsAction}
          submit={t(accountNames.signOutEverywhere)}
          pendingText={t('Signing out…')}
          pageWords={t('{name} is signed out everywhere.', { name: user.displayName })}
          variant="secondary"
        >
          <input type="hidden" name="userId" value={user.userId} />
        </StaffForm>
      )}
    </div>
  );
}

function DeleteAccount({ user: { userId, displayName } }: { user: User }) {
  return (
    <InlineConfirm label={t(accountNames.delete)}>
      <p>
        {t(
          'The account {userId} of {name}, its devices and its sessions are deleted for good; what it did stays in the audit log.',
          { userId, name: displayName },
        )}
      </p>
      <StaffForm
        action={deleteAccountAction}
        decides
        submit={t(accountNames.deleteIt, { userId })}
        pendingText={t('Deleting…')}
        pageWords={t('The account {userId} is being deleted.', { userId })}
        variant="danger"
      >
        <input type="hidden" name="userId" value={userId} />
      </StaffForm>
    </InlineConfirm>
  );
}
