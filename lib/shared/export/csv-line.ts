export type Cell = string | number | Date | null;

/**
 * What a spreadsheet takes for the beginning of a formula, whatever the file says of the cell's type, in the full widths of
 * East Asian input too (OWASP, CSV Injection).
 */
const BEGINS_FORMULA = /^[=+\-@\t\r\n\u{ff0b}\u{ff0d}\u{ff1d}\u{ff20}]/u;

/**
 * One record as RFC 4180 has it, its line break included. Texts that a spreadsheet would run as a formula get an apostrophe in
 * front, which spreadsheets take for "this is text". Times are ISO 8601 in UTC; null is an empty field.
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
