import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { FoundPeopleList, searchPath, type PeopleSearch } from '@/components/helpdesk/people/found-people-list';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { PersonPanel } from './person-panel';
import { WaitingCases } from './cases/waiting-cases';
import { RecentPeople } from './recent-people';
import { FindUserForm } from '@/components/helpdesk/people/find-user-form';
import { SearchRefused, SearchUnavailable } from '@/components/helpdesk/people/search-notices';
import { MainContent } from '@/components/layout/main-content';
import { PageHeading } from '@/components/ui/page-heading';
import { may } from '@/lib/accounts/users/permission';
import { MAXIMUM_USER_ID_LENGTH, normalizeUserId } from '@/lib/accounts/users/user';
import { USER_SORT_KEYS } from '@/lib/accounts/users/user-directory';
import { countDevices } from '@/lib/helpdesk/device-counts';
import { lookUpUsers } from '@/lib/helpdesk/find-users';
import { services } from '@/lib/composition/compose';
import { parseSortOrder } from '@/lib/shared/sort-order';
import { homePath, staffStart } from '@/lib/web/home-path';
import { withGatewayFallback } from '@/lib/web/answers/with-gateway-fallback';
import { getSignedIn, requirePagePermission } from '@/lib/web/sessions/signed-in';
import { z } from 'zod';
import { t } from '@/lib/language/t';

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

const HERE = '/helpdesk';

/** Redirects staff without the permission to find users to where they start. */
export default async function FindUserPage({ searchParams }: { searchParams: Promise<unknown> }) {
  const visitor = await getSignedIn();
  const start = visitor && !may(visitor, 'user:find') ? (staffStart(visitor) ?? homePath(visitor)) : HERE;
  if (start !== HERE) redirect(start);
  const signedIn = await requirePagePermission('user:find', HERE);
  const { user } = signedIn;
  const { q: query, after, sort: order, person } = searchSchema.parse(await searchParams);
  return (
    <MainContent>
      <PageHeading>{t('Users')}</PageHeading>
      <div className="grid gap-8">
        <div className="md:hidden">
          <FindUserForm query={query} />
        </div>
        {query.trim() === '' ? (
          <>
            <WaitingCases staff={user} />
            <RecentPeople staff={user} />
          </>
        ) : (
          <Found staff={signedIn} search={{ query, after, order }} person={person} />
        )}
      </div>
    </MainContent>
  );
}

async function Found({ staff, search, person }: { staff: SignedIn; search: PeopleSearch; person: string | null }) {
  const { helpdesk } = await services();
  const { query, after, order } = search;
  const result = await withGatewayFallback('unreachable', () =>
    lookUpUsers(helpdesk, staff.user.domain, query, after, order),
  );
  if (result === 'unreachable') return <SearchUnavailable hasOwnUsers={helpdesk.users.addsUsers !== null} />;
  if (result.ok) {
    const { people, next, isOfTicket } = result.value;
    // Who is found alone, or by the whole user ID, is whom the agent wants.
    const found = people.find(({ userId }) => userId === normalizeUserId(query)) ?? (people.length === 1 && people[0]);
    const wanted = person ?? (found && after === null ? found.userId : null);
    const open = wanted !== null && may(staff, 'user:view') ? wanted : null;
    const ticket = isOfTicket ? query.trim() : '';
    const closeHref = person === null ? HERE : searchPath(search);
    const panel = open !== null && (
      <PersonPanel staff={staff} userId={open} isChosen={person !== null} ticket={ticket} closeHref={closeHref} />
    );
    const devices = await countDevices(helpdesk.directory, staff.user.domain, people);
    return <FoundPeopleList search={search} people={people} devices={devices} next={next} open={open} panel={panel} />;
  }
  return <SearchRefused refusal={result.refusal} />;
}
