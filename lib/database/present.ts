/** A column that the row's state requires. @throws TypeError when it is null, which is a bug of the writer */
export function present<Row extends { state: string }, Name extends keyof Row>(
  row: Row,
  name: Name,
): NonNullable<Row[Name]> {
  const value = row[name];
  if (value === null || value === undefined) throw new TypeError(`a row that is ${row.state} has no ${String(name)}`);
  return value;
}

/** Columns that are written together. @returns null when any of them is null */
export function together<Row, Name extends keyof Row>(
  row: Row,
  ...names: Name[]
): { [Column in Name]: NonNullable<Row[Column]> } | null {
  const values = Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
  if (Object.values(values).includes(null)) return null;
  return values as { [Column in Name]: NonNullable<Row[Column]> };
}
