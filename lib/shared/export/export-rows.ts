import { yieldToEventLoop } from '../async/event-loop';

export type Cell = string | number | Date | null;

/**
 * Characters with which spreadsheets start a formula, whatever the type of the cell, including the full-width forms of
 * East Asian input (OWASP, CSV Injection).
 */
const BEGINS_FORMULA = /^[=+\-@\t\r\n\u{ff0b}\u{ff0d}\u{ff1d}\u{ff20}]/u;

/** `csv` for spreadsheets; `jsonl`, one JSON object a line, for programs. */
export const EXPORT_FORMATS = ['csv', 'jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** How rows are formatted. */
export type RowWriter<Row> = {
  columns: readonly string[];
  /** One for each column. */
  cells: (row: Row) => readonly Cell[];
  /** The object of a JSON line. */
  json: (row: Row) => object;
};

/** Rows per batch: some hundredths of a second, between which other work runs. */
export const EXPORT_BATCH = 500;

/**
 * Writes rows while they are read, so that an export of any length needs the memory of one batch.
 * @param read returns at most `EXPORT_BATCH` rows after the given one, or the first ones
 * @yields the file's text, part by part
 */
export async function* exportRows<Row>(
  format: ExportFormat,
  writer: RowWriter<Row>,
  read: (after: Row | null) => Promise<Row[]>,
): AsyncGenerator<string, void> {
  if (format === 'csv') yield csvLine(writer.columns);
  const write = (row: Row) => (format === 'csv' ? csvLine(writer.cells(row)) : `${JSON.stringify(writer.json(row))}\n`);
  let rows = await read(null);
  while (rows.length > 0) {
    yield rows.map(write).join('');
    await yieldToEventLoop();
    const last = rows.length === EXPORT_BATCH ? rows.at(-1) : undefined;
    rows = last === undefined ? [] : await read(last);
  }
}

/**
 * One record of RFC 4180 with its line break. Texts that a spreadsheet would run as a formula get an apostrophe in
 * front, which marks text there. Times are ISO 8601 in UTC; null is an empty field.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(field).join(',')}\r\n`;
}

function field(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell === 'number') return String(cell);
  const text = BEGINS_FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One page of a list that is ordered by time. */
export type ListPage<Cursor> = {
  order: 'newest-first' | 'oldest-first';
  /** The last entry of the previous page; null for the first page. */
  after: Cursor | null;
  /** At least 1. */
  limit: number;
};
