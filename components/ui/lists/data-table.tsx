import type { ReactNode } from 'react';
import { SortButton, type TableSort } from './sort-button';
import { t } from '@/lib/language/t';

export type Column<Row> = {
  name: string;
  cell: (row: Row) => ReactNode;
  /** For figures: aligned at the end, digits of equal width. */
  isNumeric?: boolean;
  /** As wide as its longest content, on one line. */
  isNarrow?: boolean;
  /** What the list can be sorted by, and which way first; ascending unless given. */
  sortKey?: string;
  sortsFirst?: 'ascending' | 'descending';
};

const FIRST = 'block pb-1 font-semibold';

/** On small screens the name stands before the value. It is no text of the page, where the table's head has it. */
const OTHER =
  'grid grid-cols-[8rem_1fr] gap-x-4 font-normal before:text-ink-soft before:content-[attr(data-name)] md:before:content-none';

/**
 * Rows with columns, dense on large screens; on small ones each row is a block that names its values. The head stays in
 * view while the page scrolls.
 * @param label what the rows are
 * @param sort how all rows of the list are sorted, of which these are a page; columns with a `sortKey` then have a button
 */
export function DataTable<Row>({
  label,
  columns,
  rows,
  keyOf,
  sort = null,
}: {
  label: string;
  columns: readonly [Column<Row>, ...Column<Row>[]];
  rows: readonly Row[];
  keyOf: (row: Row) => string | number;
  sort?: TableSort | null;
}) {
  const [first, ...others] = columns;
  return (
    <>
      {sort && <SmallScreenSort columns={columns} sort={sort} />}
      <table className="block w-full rounded-card border border-line bg-surface text-sm md:table md:border-separate md:border-spacing-0">
        <caption className="sr-only">{label}</caption>
        <thead className="sr-only md:not-sr-only md:table-header-group">
          <tr>
            {columns.map((column) => (
              <Heading key={column.name} column={column} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody className="block md:table-row-group">
          {rows.map((row) => (
            <tr
              key={keyOf(row)}
              className="relative block border-b border-line px-4 py-3 last:border-b-0 has-[a[data-row]]:hover:bg-accent-soft md:table-row md:border-0 md:p-0 md:hover:bg-accent-soft"
            >
              <th scope="row" className={cellClasses(first, FIRST)}>
                {first.cell(row)}
              </th>
              {others.map((column) => (
                <td key={column.name} data-name={column.name} className={cellClasses(column, OTHER)}>
                  <div className={column.isNarrow ? 'min-w-0' : 'min-w-0 lg:min-w-28'}>{column.cell(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function cellClasses<Row>({ isNumeric, isNarrow }: Column<Row>, small: string): string {
  const align = isNumeric ? 'md:text-right tabular-nums' : 'text-left';
  const width = isNarrow ? 'md:whitespace-nowrap md:w-px' : 'wrap-anywhere';
  return `${small} ${align} ${width} py-0.5 md:table-cell md:border-t md:border-line md:px-4 md:py-2.5 md:align-top`;
}

function Heading<Row>({ column, sort }: { column: Column<Row>; sort: TableSort | null }) {
  const { name, isNumeric, sortKey } = column;
  const isSorted = sort?.order && sort.order.by === sortKey;
  return (
    <th
      scope="col"
      aria-sort={isSorted ? sort.order?.direction : undefined}
      className={`bg-surface px-4 py-2.5 align-middle font-normal text-ink-soft first:rounded-tl-card last:rounded-tr-card md:sticky md:top-0 md:z-1 ${isNumeric ? 'text-right' : 'text-left'}`}
    >
      {sort && sortKey !== undefined ? (
        <>
          <span className="md:hidden">{name}</span>
          <span className="hidden md:inline">
            <SortButton name={name} sortKey={sortKey} first={column.sortsFirst ?? 'ascending'} sort={sort} />
          </span>
        </>
      ) : (
        name
      )}
    </th>
  );
}

/** The head is not shown on small screens, and what is not shown cannot be pressed. */
function SmallScreenSort<Row>({ columns, sort }: { columns: readonly Column<Row>[]; sort: TableSort }) {
  return (
    <div
      role="group"
      aria-label={t('Sort by')}
      className="mb-3 flex flex-wrap gap-x-6 gap-y-3 px-2 py-1.5 text-sm text-ink-soft md:hidden"
    >
      {columns.flatMap(({ name, sortKey, sortsFirst = 'ascending' }) =>
        sortKey === undefined
          ? []
          : [<SortButton key={name} name={name} sortKey={sortKey} first={sortsFirst} sort={sort} />],
      )}
    </div>
  );
}
