/** A part of a list that is ordered by time. */
export type ListPage<Cursor> = {
  order: 'newest-first' | 'oldest-first';
  /** The last entry of the page before; null for the first page. */
  after: Cursor | null;
  /** At least 1. */
  limit: number;
};
