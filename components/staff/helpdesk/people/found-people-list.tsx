import type { Route } from 'next';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/lists/empty-state';
import { PagesNavigation } from '@/components/ui/lists/pages-navigation';
import type { UserOrder } from '@/lib/accounts/users/user-directory';
import type { DeviceCount } from '@/lib/helpdesk/desk/device-counts';
import type { FoundPeople } from '@/lib/helpdesk/desk/find-users';
import { formatSortOrder } from '@/lib/shared/sort-order';
import { findUserNames } from '@/lib/shared/names/staff-names';
import { PeopleTable, type PeopleFacts } from './people-table';
import { PEOPLE_PATH } from './user-path';
import { t } from '@/lib/shared/language/t';

/** Which people are listed. @property order null for the best matches first @property after see `FoundPeople.next` */
export type PeopleSearch = { query: string; order: UserOrder | null; after: string | null };

/**
 * One page of search results, or of everybody where nothing is searched for.
 * @param open user ID of the person whose panel is open; null for nobody
 * @param panel that person's, beside the list
 */
export function FoundPeopleList({
  search,
  people,
  devices,
  next,
  open,
  panel,
  shows,
  sortsByDevices,
}: Pick<FoundPeople, 'people' | 'next'> & {
  search: PeopleSearch;
  devices: ReadonlyMap<string, DeviceCount>;
  open: string | null;
  panel: ReactNode;
  shows: PeopleFacts;
  sortsByDevices: boolean;
}) {
  if (people.length === 0) {
    return (
      <EmptyState title={t('No matches')}>
        {t('Check the spelling, or type the beginning of another word of the name, user ID or email address.')}
      </EmptyState>
    );
  }
  const { query, order } = search;
  const rowPanels = { open, panelOf: (userId: string) => searchPath(search, { person: userId }) };
  return (
    <section aria-labelledby="found">
      <h2 id="found" className="mb-3 text-xl font-semibold">
        {headingOf(search, people.length, next)}
      </h2>
      {query !== '' && next && (
        <p className="mb-3 text-ink-soft">{t('Type another word or a few more letters to narrow the search.')}</p>
      )}
      <div className={open === null ? '' : 'grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_25rem]'}>
        <div className="order-last min-w-0 xl:order-first">
          <PeopleTable
            label={t(findUserNames.users)}
            people={people}
            devices={devices}
            sort={query === '' ? null : { order, path: PEOPLE_PATH, query: { q: query }, sortsByDevices }}
            panels={rowPanels}
            shows={shows}
          />
          <PagesNavigation
            links={[{ name: t('Next page'), href: next === null ? null : searchPath({ ...search, after: next }) }]}
          />
        </div>
        {panel}
      </div>
    </section>
  );
}

function headingOf({ query }: PeopleSearch, count: number, next: string | null): string {
  if (query === '') return t('Everybody');
  return next === null
    ? t('{count, plural, one {# result} other {# results}}', { count })
    : t('First {count} results', { count });
}

/** The address of a page of results. @param more its further parameters */
export function searchPath({ query, order, after }: PeopleSearch, more: Record<string, string> = {}): Route {
  const searchParameters = {
    q: query,
    ...(order && { sort: formatSortOrder(order) }),
    ...(after !== null && { after }),
    ...more,
  };
  return `${PEOPLE_PATH}?${new URLSearchParams(searchParameters).toString()}` as Route;
}
