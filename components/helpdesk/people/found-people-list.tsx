import { EmptyState } from '@/components/ui/empty-state';
import { PagesNavigation } from '@/components/ui/pages-navigation';
import type { FoundPeople } from '@/lib/helpdesk/find-users';
import { PeopleTable } from './people-table';

/** One page of search results. */
export function FoundPeopleList({ query, people, next }: FoundPeople & { query: string }) {
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
      <PeopleTable label="Users" people={people} />
      <PagesNavigation
        links={[
          {
            name: 'Next page',
            href: next === null ? null : `/helpdesk?q=${encodeURIComponent(query)}&after=${encodeURIComponent(next)}`,
          },
        ]}
      />
    </section>
  );
}
