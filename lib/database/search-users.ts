import { FOUND_USERS_LIMIT } from '../accounts/users/user-directory';
import { Prisma, type PrismaClient } from '../generated/prisma/client';
import { byNaturalOrder } from '../shared/natural-order';

/** Sorts after everything that a term can contain, in the column's collation `C`. */
const END = '\u{10ffff}';

/** Words that are more common than this count as equally common, because counting costs time too. */
const COUNTED = 500;

/** Up to this many people come in the order of their names. Sorting more would mean reading all of them. */
export const SORTED_LIMIT = 200;

/** The end of a page. @property term empty in the order of the names */
type Place = { term: string; userId: string };

/**
 * User IDs of people whose terms start with all of `words`: few in the order of their names, many in the order of the
 * terms. Prefixes are index ranges and not patterns, so that no character of a word is special.
 * @param after `next` of the page before
 */
export async function searchUsers(
  client: PrismaClient,
  domain: string,
  words: readonly string[],
  after: string | null,
): Promise<{ userIds: string[]; next: string | null }> {
  const place = readPlace(after);
  const telling = tellingWords(words);
  // Later pages keep the word that led to the first one, even if another has become rarer.
  const lead = telling.find((word) => place?.term.startsWith(word)) ?? (await findRarest(client, domain, telling));
  const others = telling.filter((word) => word !== lead);
  const ofTerms = place !== null && place.term !== '';
  if (!ofTerms) {
    const all = await client.$queryRaw<Place[]>(searchQuery(domain, lead, others, null, SORTED_LIMIT + 1));
    if (all.length <= SORTED_LIMIT) return sortedPage(client, domain, lead, all, place);
  }
  const found = await client.$queryRaw<Place[]>(searchQuery(domain, lead, others, ofTerms ? place : null));
  return pageOf(found);
}

/** Those of whom a word is whole come first: `jane.doe` before `jane.doering`. */
async function sortedPage(
  client: PrismaClient,
  domain: string,
  lead: string,
  found: readonly Place[],
  after: Place | null,
) {
  const whole = new Set(found.filter(({ term }) => term === lead).map(({ userId }) => userId));
  const people = await client.user.findMany({
    where: { domain, userId: { in: found.map(({ userId }) => userId) } },
    select: { userId: true, displayName: true },
  });
  const sorted = people.toSorted(
    (left, right) =>
      Number(whole.has(right.userId)) - Number(whole.has(left.userId)) ||
      byNaturalOrder(left.displayName, right.displayName) ||
      byNaturalOrder(left.userId, right.userId),
  );
  const start = after ? sorted.findIndex(({ userId }) => userId === after.userId) + 1 : 0;
  return pageOf(sorted.slice(start).map(({ userId }) => ({ term: '', userId })));
}

/** @param found from the start of the page, with one more than fits if there is another */
function pageOf(found: readonly Place[]): { userIds: string[]; next: string | null } {
  const page = found.slice(0, FOUND_USERS_LIMIT);
  const last = page.at(-1);
  const next = found.length > FOUND_USERS_LIMIT && last ? JSON.stringify([last.term, last.userId]) : null;
  return { userIds: page.map(({ userId }) => userId), next };
}

/** A word that is a prefix of another adds nothing. */
function tellingWords(words: readonly string[]): string[] {
  return [...new Set(words)].filter((word, _index, all) =>
    all.every((other) => other === word || !other.startsWith(word)),
  );
}

/** The word that the fewest terms start with. @throws RangeError when there is no word */
export async function findRarest(client: PrismaClient, domain: string, words: readonly string[]): Promise<string> {
  const [only] = words;
  if (only === undefined) throw new RangeError('a search needs a word');
  if (words.length === 1) return only;
  const [rarest] = await client.$queryRaw<{ word: string }[]>`
    SELECT word FROM unnest(${words}::text[]) AS word, LATERAL (SELECT count(*) AS terms FROM (
      SELECT 1 FROM user_search_term
      WHERE domain = ${domain} AND term >= word COLLATE "C" AND term < (word || ${END}) COLLATE "C"
      LIMIT ${COUNTED}) AS term) AS counted
    ORDER BY terms, length(word) DESC, word LIMIT 1`;
  return rarest?.word ?? only;
}

/**
 * Scans the index for `lead` and filters by the other words, until the limit is reached. A person counts once, at the first
 * of their terms that starts with `lead`.
 */
export function searchQuery(
  domain: string,
  lead: string,
  others: readonly string[],
  after: Place | null,
  limit = FOUND_USERS_LIMIT + 1,
): Prisma.Sql {
  const conditions = [
    Prisma.sql`found.domain = ${domain}`,
    beginsWith('found', lead),
    ...(after ? [Prisma.sql`(found.term, found.user_id) > (${after.term}, ${after.userId})`] : []),
    Prisma.sql`NOT EXISTS (SELECT 1 FROM user_search_term AS earlier
      WHERE ${isSameUser('earlier')} AND earlier.term >= ${lead} AND earlier.term < found.term)`,
    ...others.map(
      (word) => Prisma.sql`EXISTS (SELECT 1 FROM user_search_term AS other
        WHERE ${isSameUser('other')} AND ${beginsWith('other', word)})`,
    ),
  ];
  return Prisma.sql`SELECT found.term, found.user_id AS "userId" FROM user_search_term AS found
    WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY found.term, found.user_id LIMIT ${limit}`;
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
    const place = JSON.parse(after) as unknown;
    if (!Array.isArray(place)) return null;
    const [term, userId] = place as unknown[];
    return typeof term === 'string' && typeof userId === 'string' ? { term, userId } : null;
  } catch {
    return null;
  }
}
