import type { Metadata, Route } from 'next';
import { AccountTable } from '@/components/administration/account-table';
import { ACCOUNTS_PATH } from '@/components/administration/account-path';
import { AccountsElsewhere } from '@/components/administration/accounts-elsewhere';
import { FindUserForm } from '@/components/helpdesk/people/find-user-form';
import { SearchRefused, SearchUnavailable } from '@/components/helpdesk/people/search-notices';
import { MainContent } from '@/components/layout/main-content';
import { EmptyState } from '@/components/ui/lists/empty-state';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { PagesNavigation } from '@/components/ui/lists/pages-navigation';
import { USER_SORT_KEYS, type FoundUsers, type UserOrder } from '@/lib/accounts/users/user-directory';
import type { Services } from '@/lib/composition/compose';
import { services } from '@/lib/composition/compose';
import { findUsers } from '@/lib/helpdesk/find-users';
import { formatSortOrder, parseSortOrder } from '@/lib/shared/sort-order';
import { withGatewayFallback } from '@/lib/web/answers/with-gateway-fallback';
import { requirePagePermission } from '@/lib/web/sessions/signed-in';
import { accountNames } from '@/lib/names/staff-names';
import { z } from 'zod';
import { t } from '@/lib/language/t';

/** More than a search accepts, so that an input that is too long gets an answer. */
const MAXIMUM_LENGTH = 1_000;

/** Accounts on a page of the list of all. */
const LISTED = 50;

/** Search in the query string; malformed values fall back to the defaults. */
const searchSchema = z.object({
  q: z.string().max(MAXIMUM_LENGTH).catch(''),
  after: z.string().min(1).max(MAXIMUM_LENGTH).nullable().catch(null),
  sort: z
    .string()
    .catch('')
    .transform((text) => parseSortOrder(text, USER_SORT_KEYS)),
});

type Search = { query: string; after: string | null; order: UserOrder | null };

export const generateMetadata = (): Metadata => ({ title: t('Accounts') });

export default async function AccountsPage({ searchParams }: { searchParams: Promise<unknown> }) {
  const { user } = await requirePagePermission('account:view', ACCOUNTS_PATH);
  const { q: query, after, sort: order } = searchSchema.parse(await searchParams);
  const { administration, helpdesk } = await services();
  if (!administration) {
    return (
      <MainContent>
        <PageHeading>{t('Accounts')}</PageHeading>
        <AccountsElsewhere />
      </MainContent>
    );
  }
  const isSearch = query.trim() !== '';
  return (
    <MainContent>
      <PageHeading
        lead={t('Who can sign in here, and as what.')}
        action={
          <LinkButton href={`${ACCOUNTS_PATH}/new` as Route} variant="primary">
            {t(accountNames.createAnAccount)}
          </LinkButton>
        }
      >
        {t('Accounts')}
      </PageHeading>
      <div className="grid gap-8">
        <FindUserForm query={query} path={ACCOUNTS_PATH} />
        {isSearch ? (
          <Found helpdesk={helpdesk} domain={user.domain} search={{ query, after, order }} />
        ) : (
          <All administration={administration} domain={user.domain} after={after} />
        )}
      </div>
    </MainContent>
  );
}

async function Found({ helpdesk, domain, search }: { helpdesk: Services['helpdesk']; domain: string; search: Search }) {
  const { query, after, order } = search;
  const result = await withGatewayFallback('unreachable', () => findUsers(helpdesk, domain, query, after, order));
  if (result === 'unreachable') return <SearchUnavailable hasOwnUsers />;
  if (!result.ok) return <SearchRefused refusal={result.refusal} />;
  if (result.value.users.length === 0) {
    return (
      <EmptyState title={t('No matches')}>
        {t('Check the spelling, or type the beginning of another word of the name, user ID or email address.')}
      </EmptyState>
    );
  }
  return <Page search={search} {...result.value} />;
}

/** Everybody, in the order of user IDs. */
async function All({
  administration,
  domain,
  after,
}: {
  administration: NonNullable<Services['administration']>;
  domain: string;
  after: string | null;
}) {
  const accounts = await administration.accounts.list(domain, after, LISTED);
  const next = accounts.length === LISTED ? (accounts.at(-1)?.user.userId ?? null) : null;
  return <Page search={{ query: '', after, order: null }} users={accounts.map(({ user }) => user)} next={next} />;
}

function Page({ search, users, next }: FoundUsers & { search: Search }) {
  const { query, order } = search;
  const sort = query === '' ? null : { order, path: ACCOUNTS_PATH, query: { q: query } };
  return (
    <div>
      <AccountTable users={users} sort={sort} />
      <PagesNavigation links={[{ name: t('Next page'), href: next === null ? null : pagePath(search, next) }]} />
    </div>
  );
}

function pagePath({ query, order }: Search, after: string): Route {
  const search = { ...(query !== '' && { q: query }), ...(order && { sort: formatSortOrder(order) }), after };
  return `${ACCOUNTS_PATH}?${new URLSearchParams(search).toString()}` as Route;
}
