import { Prisma, type PrismaClient } from '../generated/prisma/client';

/** Rows that one statement changes: few enough that nothing which runs beside it waits long for their locks, or for the embedded database. */
const BATCH = 1_000;

/** Which rows: those whose time is earlier than `before`, or no later than `until`. */
type Purge = {
  table: string;
  /** The column of their time, which an index has; the oldest go first. */
  by: string;
  /** What else holds for them. */
  where?: Prisma.Sql;
} & ({ before: Date } | { until: Date });

/**
 * Deletes rows, a batch of them a statement, until there are none; a row that another transaction has locked is left for the
 * next time.
 * @returns how many
 */
export function purge(client: PrismaClient, rows: Purge): Promise<number> {
  return inBatches(client, rows, (table) => Prisma.sql`DELETE FROM ${table}`);
}

/** Likewise changes rows, so that they are no longer among those. @param change assignments */
export function changeInBatches(client: PrismaClient, rows: Purge, change: Prisma.Sql): Promise<number> {
  return inBatches(client, rows, (table) => Prisma.sql`UPDATE ${table} SET ${change}`);
}

async function inBatches(client: PrismaClient, rows: Purge, act: (table: Prisma.Sql) => Prisma.Sql): Promise<number> {
  // Names from the stores only, never from outside.
  const [from, time] = [Prisma.raw(rows.table), Prisma.raw(rows.by)];
  const isDue =
    'before' in rows
      ? Prisma.sql`${time} < ${rows.before}::timestamptz`
      : Prisma.sql`${time} <= ${rows.until}::timestamptz`;
  const where = rows.where ? Prisma.sql`${rows.where} AND ${isDue}` : isDue;
  let total = 0;
  for (let count = BATCH; count === BATCH; total += count)
    count = await client.$executeRaw`
      ${act(from)} WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM ${from} WHERE ${where} ORDER BY ${time} LIMIT ${BATCH} FOR UPDATE SKIP LOCKED))`;
  return total;
}
