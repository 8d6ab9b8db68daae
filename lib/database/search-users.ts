import { FOUND_USERS_LIMIT } from '../access/user-directory';
import { Prisma, type PrismaClient } from '../generated/prisma/client';

/** Sorts behind everything that a term can hold, in the collation `C` of the column. */
const END = '\u{10ffff}';

type Place = { term: string; userId: string };

/**
 * User IDs of people whose terms begin with all of `words`, in the order of the terms. Beginnings are ranges of an index
 * and not patterns, so that no character of a word means anything else than itself.
 *
 * The longest word leads through the index; what it finds is checked for the others one by one, until a page is full.
 * @param after what the page before answered as `next`
 */
export async function searchUsers(
  client: PrismaClient,
  domain: string,
  words: readonly string[],
  after: string | null,
): Promise<{ userIds: string[]; next: string | null }> {
  const [lead, ...others] = words.toSorted((left, right) => right.length - left.length);
  if (lead === undefined) throw new RangeError('a search needs a word');
  const place = readPlace(after);
  const found = await client.$queryRaw<Place[]>`
    SELECT found.term, found.user_id AS "userId" FROM user_search_term AS found
    WHERE found.domain = ${domain} AND ${beginsWith('found', lead)}
      ${place ? Prisma.sql`AND (found.term, found.user_id) > (${place.term}, ${place.userId})` : Prisma.empty}
      AND NOT EXISTS (SELECT 1 FROM user_search_term AS earlier
        WHERE ${isSameUser('earlier')} AND earlier.term >= ${lead} AND earlier.term < found.term)
      ${Prisma.join(
        [
          Prisma.empty,
          ...others.map(
            (word) => Prisma.sql`EXISTS (SELECT 1 FROM user_search_term AS other
          WHERE ${isSameUser('other')} AND ${beginsWith('other', word)})`,
          ),
        ],
        ' AND ',
      )}
    ORDER BY found.term, found.user_id LIMIT ${FOUND_USERS_LIMIT + 1}`;
  const page = found.slice(0, FOUND_USERS_LIMIT);
  const last = page.at(-1);
  const next = found.length > FOUND_USERS_LIMIT && last ? JSON.stringify([last.term, last.userId]) : null;
  return { userIds: page.map(({ userId }) => userId), next };
}

function isSameUser(alias: string): Prisma.Sql {
  const { raw, sql } = Prisma;
  return sql`${raw(alias)}.user_id = found.user_id AND ${raw(alias)}.domain = found.domain`;
}

function beginsWith(alias: string, word: string): Prisma.Sql {
  const { raw, sql } = Prisma;
  return sql`${raw(alias)}.term >= ${word} AND ${raw(alias)}.term < ${word + END}`;
}

function readPlace(after: string | null): Place | null {
  if (after === null) return null;
  try {
    const [term, userId]: unknown[] = JSON.parse(after) as unknown[];
    return typeof term === 'string' && typeof userId === 'string' ? { term, userId } : null;
  } catch {
    return null;
  }
}
