/**
 * A column that a row's state needs.
 * @throws TypeError when it is empty, which only a fault of ours can have written
 */
export function present<Row extends { state: string }, Name extends keyof Row>(
  row: Row,
  name: Name,
): NonNullable<Row[Name]> {
  const value = row[name];
  if (value === null || value === undefined) throw new TypeError(`a row that is ${row.state} has no ${String(name)}`);
  return value;
}
