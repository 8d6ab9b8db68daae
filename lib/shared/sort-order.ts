/** How a list is sorted. @property by the deciding property; `Key` lists the possible ones */
export type SortOrder<Key extends string> = { by: Key; direction: 'ascending' | 'descending' };

/** As an address writes it: `name`, and `-name` for descending. */
export function formatSortOrder({ by, direction }: SortOrder<string>): string {
  return direction === 'ascending' ? by : `-${by}`;
}

/** @returns null if `formatSortOrder` does not write it, or for a key not in `keys` */
export function parseSortOrder<Key extends string>(text: unknown, keys: readonly Key[]): SortOrder<Key> | null {
  if (typeof text !== 'string') return null;
  const isDescending = text.startsWith('-');
  const by = keys.find((key) => key === (isDescending ? text.slice(1) : text));
  return by === undefined ? null : { by, direction: isDescending ? 'descending' : 'ascending' };
}

/** Compares by one property; equal items keep their order. */
export function sortedBy<Item, Key extends string>(
  items: readonly Item[],
  { by, direction }: SortOrder<Key>,
  compare: Record<Key, (left: Item, right: Item) => number>,
): Item[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return items.toSorted((left, right) => sign * compare[by](left, right));
}
