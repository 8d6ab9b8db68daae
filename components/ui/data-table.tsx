import type { ReactNode } from 'react';

export type Column<Row> = {
  name: string;
  cell: (row: Row) => ReactNode;
  /** For figures: aligned at the end, digits of equal width. */
  isNumeric?: boolean;
  /** As wide as its longest content, on one line. */
  isNarrow?: boolean;
};

const FIRST = 'block pb-1 font-semibold';

/** On small screens the name stands before the value. It is no text of the page, where the table's head has it. */
const OTHER =
  'grid grid-cols-[6rem_1fr] gap-x-4 font-normal before:text-ink-soft before:content-[attr(data-name)] md:before:content-none';

/**
 * Rows with columns, dense on large screens; on small ones each row is a block that names its values. The head stays in
 * view while the page scrolls.
 * @param label what the rows are
 */
export function DataTable<Row>({
  label,
  columns,
  rows,
  keyOf,
}: {
  label: string;
  columns: readonly [Column<Row>, ...Column<Row>[]];
  rows: readonly Row[];
  keyOf: (row: Row) => string | number;
}) {
  const [first, ...others] = columns;
  return (
    <table className="block w-full rounded-card border border-line bg-surface text-sm md:table md:border-separate md:border-spacing-0">
      <caption className="sr-only">{label}</caption>
      <thead className="sr-only md:not-sr-only md:table-header-group">
        <tr>
          {columns.map((column) => (
            <Heading key={column.name} column={column} />
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
                <div className={column.isNarrow ? 'min-w-0' : 'min-w-0 md:min-w-28'}>{column.cell(row)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cellClasses<Row>({ isNumeric, isNarrow }: Column<Row>, small: string): string {
  const align = isNumeric ? 'md:text-right tabular-nums' : 'text-left';
  const width = isNarrow ? 'md:whitespace-nowrap md:w-px' : 'wrap-anywhere';
  return `${small} ${align} ${width} py-0.5 md:table-cell md:border-t md:border-line md:px-4 md:py-2.5 md:align-top`;
}

function Heading<Row>({ column: { name, isNumeric } }: { column: Column<Row> }) {
  return (
    <th
      scope="col"
      className={`bg-surface px-4 py-2.5 align-bottom font-normal text-ink-soft first:rounded-tl-card last:rounded-tr-card md:sticky md:top-0 md:z-1 ${isNumeric ? 'text-right' : 'text-left'}`}
    >
      {name}
    </th>
  );
}
