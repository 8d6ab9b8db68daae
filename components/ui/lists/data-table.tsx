import type { ReactNode } from 'react';
import { SortButton, type TableSort } from './sort-button';
import { t } from '@/lib/shared/language/t';

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

/**
 * Rows with columns, dense on large screens; on small ones each row is a block that names its values (`.data-rows`). The
 * head stays in view while the page scrolls.
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
        <tbody className="data-rows block md:table-row-group">
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <th scope="row" className={cellClasses(first)}>
                {first.cell(row)}
              </th>
              {others.map((column) => (
                <td key={column.name} data-name={column.name} className={cellClasses(column)}>
                  <div className={column.isNarrow ? undefined : 'lg:min-w-28'}>{column.cell(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function cellClasses<Row>({ isNumeric, isNarrow }: Column<Row>): string | undefined {
  const align = isNumeric ? 'md:text-right tabular-nums' : '';
  const width = isNarrow ? 'md:whitespace-nowrap md:w-px md:wrap-normal' : '';
  return `${align} ${width}`.trim() || undefined;
}

function Heading<Row>({ column, sort }: { column: Column<Row>; sort: TableSort | null }) {
  const { name, isNumeric, sortKey } = column;
  const isSorted = sort?.order && sort.order.by === sortKey;
  return (
    <th
      scope="col"
      aria-sort={isSorted ? sort.order?.direction : undefined}
      className={`bg-surface px-4 py-2 align-middle font-normal text-ink-soft first:rounded-tl-card last:rounded-tr-card md:sticky md:top-0 md:z-1 ${isNumeric ? 'text-right' : 'text-left'}`}
    >
      {sort && sortKey !== undefined ? (
        <>
          <span className="md:hidden">{name}</span>
          <div className="hidden md:block">
            <SortButton name={name} sortKey={sortKey} first={column.sortsFirst ?? 'ascending'} sort={sort} />
          </div>
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
