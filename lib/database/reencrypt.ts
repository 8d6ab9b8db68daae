import { Prisma, type PrismaClient } from '../generated/prisma/client';
import type { Encrypter } from '../shared/encrypter';
import { SEALED_COLUMNS, type SealedColumn } from './sealed-columns';

/** Rows at a time: each is opened and sealed between two statements. */
const BATCH = 200;

/** How many values of a column a key has sealed. */
export type SealedCount = { table: string; column: string; keyId: string; values: number };

/** @property unreadable could not be opened, and stay as they are */
export type Reencryption = { reencrypted: number; unreadable: number };

/**
 * Encrypts everything under the current key that another one has encrypted. Others may use the database meanwhile: a value
 * is changed only as long as it is the one that was read. Broken off, it is begun again and finds what is left.
 */
export async function reencrypt(
  client: PrismaClient,
  encrypter: Encrypter,
  currentKeyId: string,
): Promise<Reencryption> {
  const total: Reencryption = { reencrypted: 0, unreadable: 0 };
  for (const sealed of SEALED_COLUMNS) {
    const { reencrypted, unreadable } = await reencryptColumn(client, encrypter, currentKeyId, sealed);
    total.reencrypted += reencrypted;
    total.unreadable += unreadable;
  }
  return total;
}

async function reencryptColumn(
  client: PrismaClient,
  encrypter: Encrypter,
  currentKeyId: string,
  { table, column, key, context }: SealedColumn,
): Promise<Reencryption> {
  const done: Reencryption = { reencrypted: 0, unreadable: 0 };
  // Names of the list above, and of nobody else.
  const [from, value] = [Prisma.raw(table), Prisma.raw(column)];
  const keyText = Prisma.raw(`ARRAY[${key.map((name) => `${name}::text`).join(', ')}]`);
  for (let after: string[] = []; ;) {
    const rows = await client.$queryRaw<{ key: string[]; sealed: string }[]>`
      SELECT ${keyText} AS key, ${value} AS sealed FROM ${from}
      WHERE ${value} IS NOT NULL AND split_part(${value}, '.', 2) <> ${currentKeyId} AND ${keyText} > ${after}::text[]
      ORDER BY 1 LIMIT ${BATCH}`;
    for (const row of rows) {
      const encryptedAnew = await encryptAnew(encrypter, row.sealed, context(...row.key));
      if (encryptedAnew === null) done.unreadable += 1;
      else
        done.reencrypted += await client.$executeRaw`
          UPDATE ${from} SET ${value} = ${encryptedAnew} WHERE ${keyText} = ${row.key}::text[] AND ${value} = ${row.sealed}`;
    }
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return done;
    after = last.key;
  }
}

async function encryptAnew(encrypter: Encrypter, sealed: string, context: string): Promise<string | null> {
  try {
    return await encrypter.encrypt(await encrypter.decrypt(sealed, context), context);
  } catch {
    return null;
  }
}

/** @returns which keys have sealed what, the columns in their order */
export async function countSealed(client: Prisma.TransactionClient): Promise<SealedCount[]> {
  const counts: SealedCount[] = [];
  for (const { table, column } of SEALED_COLUMNS) {
    const value = Prisma.raw(column);
    const rows = await client.$queryRaw<{ keyId: string; values: number }[]>`
      SELECT split_part(${value}, '.', 2) AS "keyId", count(*)::int AS values FROM ${Prisma.raw(table)}
      WHERE ${value} IS NOT NULL GROUP BY 1 ORDER BY 1`;
    counts.push(...rows.map(({ keyId, values }) => ({ table, column, keyId, values })));
  }
  return counts;
}

/** Lets every key but the current one be taken off the ring, where it has sealed nothing that is left. */
export async function retireKeys(client: PrismaClient, currentKeyId: string, now: Date): Promise<string[]> {
  return client.$transaction(async (transaction) => {
    const used = new Set((await countSealed(transaction)).map(({ keyId }) => keyId));
    const where = { id: { notIn: [currentKeyId, ...used] }, retiredAt: null };
    const retired = await transaction.dataKey.updateManyAndReturn({ where, data: { retiredAt: now } });
    return retired.map(({ id }) => id);
  });
}
