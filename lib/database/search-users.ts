import { FOUND_USERS_LIMIT, type UserOrder } from '../accounts/users/user-directory';
import { Prisma, type PrismaClient } from '../generated/prisma/client';
import { reading } from './reading';

/** Sorts after everything that a term can contain, in the column's collation `C`. */
const END = '\u{10ffff}';

/** Words more common than this count as equally common, because counting takes time too. */
const COUNTED = 500;

/** The sort columns of `found`, ascending or descending as a whole. */
const SORTED = {
  best: Prisma.sql`rank, name_key, user_id_key, user_id`,
  name: Prisma.sql`name_key, user_id_key, user_id`,
  userId: Prisma.sql`user_id_key, user_id`,
  devices: Prisma.sql`device_key, name_key, user_id_key, user_id`,
};

/** How many devices of `account` work; -1 where it has some and none does. Those of disabled accounts do not. */
const DEVICE_KEY = Prisma.sql`(
  SELECT CASE WHEN count(*) > 0 AND count(*) FILTER (WHERE works) = 0 THEN -1 ELSE count(*) FILTER (WHERE works) END
  FROM gateway_licence AS licence
  JOIN gateway_instance AS instance ON instance.serial_number = licence.serial_number AND instance.state <> 'removed'
  CROSS JOIN LATERAL (SELECT instance.state = 'active' AND account.disabled_at IS NULL AS works) AS judged
  WHERE licence.user_id = account.user_id AND licence.domain = account.domain)`;

/**
 * User IDs of users whose terms start with all of `words`, sorted by the database. Prefixes are index ranges and not
 * patterns, so that no character of a word is special.
 * @param after `next` of the previous page
 * @param order null for the names, those with the rarest word as a whole word first: `jane.doe` before `jane.doering`
 */
export async function searchUsers(
  client: PrismaClient,
  domain: string,
  words: readonly string[],
  after: string | null,
  order: UserOrder | null,
): Promise<{ userIds: string[]; next: string | null }> {
  const telling = tellingWords(words);
  const query = searchQuery(domain, telling, await findRarest(client, domain, telling), after, order);
  const rows = await reading(() => client.$queryRaw<{ userId: string }[]>(query));
  const userIds = rows.slice(0, FOUND_USERS_LIMIT).map(({ userId }) => userId);
  return { userIds, next: rows.length > FOUND_USERS_LIMIT ? (userIds.at(-1) ?? null) : null };
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
  const [rarest] = await reading(
    () => client.$queryRaw<{ word: string }[]>`
    SELECT word FROM unnest(${words}::text[]) AS word, LATERAL (SELECT count(*) AS terms FROM (
      SELECT 1 FROM user_search_term
      WHERE domain = ${domain} AND term >= word COLLATE "C" AND term < (word || ${END}) COLLATE "C"
      LIMIT ${COUNTED}) AS term) AS counted
    ORDER BY terms, length(word) DESC, word LIMIT 1`,
  );
  return rarest?.word ?? only;
}

/**
 * Scans the index for `lead` and filters by the other words. One more than fits on a page. All matches are sorted, so
 * that the order holds over all pages.
 */
export function searchQuery(
  domain: string,
  words: readonly string[],
  lead: string,
  after: string | null,
  order: UserOrder | null,
): Prisma.Sql {
  const { sql, join } = Prisma;
  // The domain as a value, so that the index is used in whichever order the rows are joined.
  const isSameUser = sql`other.user_id = account.user_id AND other.domain = ${domain}`;
  const others = words.filter((word) => word !== lead);
  const conditions = others.map(
    (word) =>
      sql`EXISTS (SELECT 1 FROM user_search_term AS other WHERE ${isSameUser} AND ${beginsWith('other', word)})`,
  );
  const sorted = SORTED[order?.by ?? 'best'];
  const isFalling = order?.direction === 'descending';
  const place = sql`(${sorted}) ${isFalling ? sql`<` : sql`>`} (SELECT ${sorted} FROM found WHERE user_id = ${after})`;
  return sql`WITH found AS (
      SELECT account.user_id, name_key, user_id_key, rank, ${order?.by === 'devices' ? DEVICE_KEY : sql`0`} AS device_key
      FROM (SELECT user_id, min((term <> ${lead})::int) AS rank FROM user_search_term AS led
        WHERE led.domain = ${domain} AND ${beginsWith('led', lead)} GROUP BY user_id) AS led
      JOIN user_account AS account ON account.user_id = led.user_id AND account.domain = ${domain}
      ${conditions.length > 0 ? sql`WHERE ${join(conditions, ' AND ')}` : Prisma.empty})
    SELECT user_id AS "userId" FROM found ${after === null ? Prisma.empty : sql`WHERE ${place}`}
    ORDER BY ${isFalling ? falling(sorted) : sorted} LIMIT ${FOUND_USERS_LIMIT + 1}`;
}

function falling({ sql: columns }: Prisma.Sql): Prisma.Sql {
  return Prisma.raw(columns.replaceAll(',', ' DESC,') + ' DESC');
}

function beginsWith(alias: string, word: string): Prisma.Sql {
  const { raw, sql } = Prisma;
  return sql`${raw(alias)}.term >= ${word} AND ${raw(alias)}.term < ${word + END}`;
}
