import { yieldToEventLoop } from '../async/yield-to-event-loop';
import { csvLine, type Cell } from './csv-line';

/** `csv` for spreadsheets; `jsonl`, one JSON object a line, for programs. */
export const EXPORT_FORMATS = ['csv', 'jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** How rows are written. */
export type RowWriter<Row> = {
  columns: readonly string[];
  /** One for each column. */
  cells: (row: Row) => readonly Cell[];
  /** The object of a JSON line. */
  json: (row: Row) => object;
};

/** Rows read at a time: some hundredths of a second, between which everybody else gets their turn. */
export const EXPORT_BATCH = 500;

/**
 * Writes rows while they are read, so that an export of any length needs the memory of one batch.
 * @param read gives at most `EXPORT_BATCH` rows that follow the given one, or the first ones
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
