import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AccountsElsewhere } from '@/components/staff/administration/accounts-elsewhere';
import type { PeopleFacts } from '@/components/staff/helpdesk/people/people-table';
import { PEOPLE_PATH } from '@/components/staff/helpdesk/people/user-path';
import { Link } from '@/components/ui/buttons/link';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { FoundPeopleList, searchPath, type PeopleSearch } from '@/components/staff/helpdesk/people/found-people-list';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { PersonPanel } from './person-panel';
import { WaitingCases } from './cases/waiting-cases';
import { RecentPeople } from './recent-people';
import { FindUserForm } from '@/components/staff/helpdesk/people/find-user-form';
import { SearchRefused, SearchUnavailable } from '@/components/staff/helpdesk/people/search-notices';
import { MainContent } from '@/components/site/layout/main-content';
import { PageHeading } from '@/components/ui/page-heading';
import { may } from '@/lib/accounts/users/permission';
import { MAXIMUM_USER_ID_LENGTH, normalizeUserId } from '@/lib/accounts/users/user';
import { FOUND_USERS_LIMIT, USER_SORT_KEYS } from '@/lib/accounts/users/user-directory';
import { countDevices } from '@/lib/helpdesk/desk/device-counts';
import { describePeople, lookUpUsers, type FoundPeople } from '@/lib/helpdesk/desk/find-users';
import { accountNames } from '@/lib/shared/names/staff-names';
import { phoneCheckNames } from '@/lib/shared/names/phone-check-names';
import { services } from '@/lib/server/composition/compose';
import { parseSortOrder } from '@/lib/shared/sort-order';
import { homePath, staffStart } from '@/lib/server/web/home-path';
import { withGatewayFallback } from '@/lib/server/web/answers/with-gateway-fallback';
import { getSignedIn, requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { z } from 'zod';
import { t } from '@/lib/shared/language/t';

/** More than a search accepts, so that an input that is too long gets an answer; the URL itself has a limit. */
const MAXIMUM_LENGTH = 1_000;

/** Search in the query string; malformed values fall back to the defaults. */
const searchSchema = z.object({
  q: z.string().max(MAXIMUM_LENGTH).catch(''),
  after: z.string().max(MAXIMUM_LENGTH).nullable().catch(null),
  person: z.string().min(1).max(MAXIMUM_USER_ID_LENGTH).nullable().catch(null),
  sort: z
    .string()
    .catch('')
    .transform((text) => parseSortOrder(text, USER_SORT_KEYS)),
});

export const generateMetadata = (): Metadata => ({ title: t('Users') });

/** Redirects staff without the permission to find users to where they start. */
export default async function FindUserPage({ searchParams }: { searchParams: Promise<unknown> }) {
  const visitor = await getSignedIn();
  const start = visitor && !may(visitor, 'user:find') ? (staffStart(visitor) ?? homePath(visitor)) : PEOPLE_PATH;
  if (start !== PEOPLE_PATH) redirect(start);
  const staff = await requirePagePermission('user:find', PEOPLE_PATH);
  const { administration } = await services();
  const { q: query, after, sort: order, person } = searchSchema.parse(await searchParams);
  const shown = { staff, search: { query: query.trim(), after, order }, person };
  return (
    <MainContent>
      <PageHeading
        action={
          administration &&
          may(staff, 'account:manage') && (
            <LinkButton href="/administration/users/new" variant="primary">
              {t(accountNames.createAnAccount)}
            </LinkButton>
          )
        }
      >
        {t('Users')}
      </PageHeading>
      <div className="grid gap-8">
        <div className="md:hidden">
          <FindUserForm query={query} />
        </div>
        {shown.search.query === '' ? (
          <>
            {may(staff, 'user:view') && (
              <>
                <WaitingCases staff={staff.user} />
                <RecentPeople staff={staff.user} shows={factsFor(staff)} />
              </>
            )}
            {may(staff, 'phone-check:read') && (
              <p>
                <Link href="/helpdesk/checks" className="text-accent underline underline-offset-4">
                  {t(phoneCheckNames.checkCallersPhone)}
                </Link>
              </p>
            )}
            {may(staff, 'account:view') && (administration ? <Everybody {...shown} /> : <AccountsElsewhere />)}
          </>
        ) : (
          <Found {...shown} />
        )}
      </div>
    </MainContent>
  );
}

type Shown = { staff: SignedIn; search: PeopleSearch; person: string | null };

function factsFor(staff: SignedIn): PeopleFacts {
  return { roles: may(staff, 'account:view'), invitations: may(staff, 'invitation:view') };
}

async function Found({ staff, search, person }: Shown) {
  const { helpdesk } = await services();
  const { query, after, order } = search;
  const result = await withGatewayFallback('unreachable', () =>
    lookUpUsers(helpdesk, staff.user.domain, query, after, order),
  );
  if (result === 'unreachable') return <SearchUnavailable hasOwnUsers={helpdesk.users.addsUsers !== null} />;
  if (!result.ok) return <SearchRefused refusal={result.refusal} />;
  const { people, next, isOfTicket } = result.value;
  // Who is found alone, or by the whole user ID, is whom the agent wants.
  const found = people.find(({ userId }) => userId === normalizeUserId(query)) ?? (people.length === 1 && people[0]);
  const wanted = person ?? (found && after === null ? found.userId : null);
  return (
    <PeoplePage
      staff={staff}
      search={search}
      person={person}
      people={people}
      next={next}
      open={wanted}
      ticket={isOfTicket ? query : ''}
    />
  );
}

/** In the order of user IDs. */
async function Everybody({ staff, search, person }: Shown) {
  const { administration, helpdesk } = await services();
  if (!administration) return null;
  const accounts = await administration.accounts.list(staff.user.domain, search.after, FOUND_USERS_LIMIT);
  const people = await describePeople(
    helpdesk,
    accounts.map(({ user }) => user),
  );
  const next = accounts.length === FOUND_USERS_LIMIT ? (people.at(-1)?.userId ?? null) : null;
  return (
    <PeoplePage
      staff={staff}
      search={{ ...search, order: null }}
      person={person}
      people={people}
      next={next}
      open={person}
      ticket=""
    />
  );
}

/** A page of a list, with the panel of whoever is open beside it. @param ticket that was searched for; empty for none */
async function PeoplePage({
  staff,
  search,
  person,
  people,
  next,
  open,
  ticket,
}: Shown & Pick<FoundPeople, 'people' | 'next'> & { open: string | null; ticket: string }) {
  const { helpdesk, embeddedGateway } = await services();
  const panel = open !== null && (
    <PersonPanel
      staff={staff}
      userId={open}
      isChosen={person !== null}
      ticket={ticket}
      closeHref={person === null ? PEOPLE_PATH : searchPath(search)}
    />
  );
  const devices = await countDevices(helpdesk.directory, staff.user.domain, people);
  return (
    <FoundPeopleList
      search={search}
      people={people}
      devices={devices}
      next={next}
      open={open}
      panel={panel}
      shows={factsFor(staff)}
      sortsByDevices={embeddedGateway !== null}
    />
  );
}
