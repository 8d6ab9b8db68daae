import type { Route } from 'next';
import { EmptyState } from '@/components/ui/empty-state';
import { PagesNavigation } from '@/components/ui/pages-navigation';
import type { UserOrder } from '@/lib/accounts/users/user-directory';
import type { FoundPeople } from '@/lib/helpdesk/find-users';
import { formatSortOrder } from '@/lib/shared/sort-order';
import { PeopleTable } from './people-table';

/** One page of search results. @param order null for the best matches first */
export function FoundPeopleList({
  query,
  people,
  next,
  order,
}: FoundPeople & { query: string; order: UserOrder | null }) {
  if (people.length === 0) {
    return (
      <EmptyState title="No matches">
        Check the spelling, or type the beginning of another word of the name, user ID or email address.
      </EmptyState>
    );
  }
  return (
    <section aria-labelledby="found">
      <h2 id="found" className="mb-3 text-xl font-semibold">
        {next ? `First ${people.length} results` : people.length === 1 ? '1 result' : `${people.length} results`}
      </h2>
      {next && <p className="mb-3 text-ink-soft">Type another word or a few more letters to narrow the search.</p>}
      <PeopleTable label="Users" people={people} sort={{ order, path: '/helpdesk', query: { q: query } }} />
      <PagesNavigation
        links={[
          {
            name: 'Next page',
            href: next === null ? null : nextPage(query, order, next),
          },
        ]}
      />
    </section>
  );
}

function nextPage(q: string, order: UserOrder | null, after: string): Route {
  const sort = order && { sort: formatSortOrder(order) };
  return `/helpdesk?${new URLSearchParams({ q, ...sort, after }).toString()}` as Route;
}
