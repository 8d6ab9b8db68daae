import { z } from 'zod';
import { accept, refuse, type Result } from '../../shared/result';
import { readCursor, writeCursor } from './cursor';

/** The two parts of every list's query. `Link` of its answer is made of them and of `next`. */
export function pageFields(most: number, usual = most) {
  return {
    limit: z.coerce.number().int().min(1).max(most).default(usual).describe('How many at most.'),
    cursor: z
      .string()
      .max(1_024)
      .optional()
      .describe('`next` of the page before, as it is. Left out for the first page.'),
  };
}

export const nextField = z
  .string()
  .nullable()
  .describe('Asks for the next page as `cursor`, as `Link` does whole; null on the last one.');

type Page = { limit: number; cursor?: string | undefined };

const placeSchema = z.strictObject({ after: z.string().min(1).max(255) });

/**
 * One page of a list that is read whole, because it is short.
 * @param keyOf what each has for itself alone
 * @param isSorted whether the list is in the order of its keys, so that the place of one that has left it is known; any
 *   other list is read from its beginning then, rather than miss something
 */
export function pageOf<Item>(
  items: readonly Item[],
  { limit, cursor }: Page,
  keyOf: (item: Item) => string,
  isSorted = false,
): Result<{ page: Item[]; next: string | null }, 'malformed-request'> {
  const place = cursor === undefined ? null : readCursor(placeSchema, cursor);
  if (cursor !== undefined && place === null) return refuse('malformed-request');
  const rest = place ? restAfter(items, place.after, keyOf, isSorted) : items;
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return accept({ page, next: last && rest.length > limit ? writeCursor({ after: keyOf(last) }) : null });
}

function restAfter<Item>(
  items: readonly Item[],
  after: string,
  keyOf: (item: Item) => string,
  isSorted: boolean,
): readonly Item[] {
  if (isSorted) return items.filter((item) => keyOf(item) > after);
  return items.slice(items.findIndex((item) => keyOf(item) === after) + 1);
}
