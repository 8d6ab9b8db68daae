import { Prisma, type PrismaClient } from '../generated/prisma/client';

/** Rows that one statement changes: few enough that nothing which runs beside it waits long for their locks, or for the embedded database. */
const BATCH = 1_000;

type Purge = {
  table: string;
  /** The column of an index, by which the rows are found; the oldest go first. */
  by: string;
  /** Which rows; by that index. */
  where: Prisma.Sql;
};

/**
 * Deletes rows, a batch of them a statement, until there are none; a row that another transaction has locked is left for the
 * next time.
 * @returns how many
 */
export function purge(client: PrismaClient, rows: Purge): Promise<number> {
  return inBatches(client, rows, (table) => Prisma.sql`DELETE FROM ${table}`);
}

/** Likewise changes rows, so that `where` no longer holds for them. @param change assignments */
export function changeInBatches(client: PrismaClient, rows: Purge, change: Prisma.Sql): Promise<number> {
  return inBatches(client, rows, (table) => Prisma.sql`UPDATE ${table} SET ${change}`);
}

async function inBatches(
  client: PrismaClient,
  { table, by, where }: Purge,
  act: (table: Prisma.Sql) => Prisma.Sql,
): Promise<number> {
  // Names from the stores only, never from outside.
  const [from, order] = [Prisma.raw(table), Prisma.raw(by)];
  let total = 0;
  for (let count = BATCH; count === BATCH; total += count)
    count = await client.$executeRaw`
      ${act(from)} WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT ${BATCH} FOR UPDATE SKIP LOCKED))`;
  return total;
}
