import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import type { Route } from 'next';
import Form from 'next/form';
import { formatSortOrder, type SortOrder } from '@/lib/shared/sort-order';

/** How a table is sorted. @property order in force; null if by no column @property query of the page, without the order */
export type TableSort = {
  order: SortOrder<string> | null;
  path: Route;
  query: Readonly<Record<string, string>>;
};

/** Sorts the whole list by a column, and the other way if it is sorted by that. The order is part of the address. */
export function SortButton({
  name,
  sortKey,
  first,
  sort: { order, path, query },
}: {
  name: string;
  sortKey: string;
  first: SortOrder<string>['direction'];
  sort: TableSort;
}) {
  const current = order?.by === sortKey ? order.direction : null;
  const other = current === 'ascending' ? 'descending' : 'ascending';
  const Icon = current === null ? ArrowUpDown : current === 'ascending' ? ArrowUp : ArrowDown;
  return (
    <Form action={path} scroll={false} className="inline-flex align-middle">
      {Object.entries(query).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <input
        type="hidden"
        name="sort"
        value={formatSortOrder({ by: sortKey, direction: current === null ? first : other })}
      />
      <button
        type="submit"
        className={`rounded-field -mx-2 -my-1.5 inline-flex min-h-9 items-center gap-1.5 px-2 hover:bg-accent-soft hover:text-accent ${current === null ? '' : 'font-semibold text-ink'}`}
      >
        {name}
        <Icon aria-hidden="true" className={`size-4 shrink-0 ${current === null ? 'opacity-60' : ''}`} />
      </button>
    </Form>
  );
}
