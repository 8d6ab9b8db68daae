import { Prisma, type PrismaClient } from '../../generated/prisma/client';
import type { Encrypter } from '../../shared/encrypter';
import { ENCRYPTED_COLUMNS, type EncryptedColumn } from './encrypted-columns';

/** Rows per batch; each row is re-encrypted between two statements. */
const BATCH = 200;

/** How many values of a column a key has encrypted. */
export type EncryptedCount = { table: string; column: string; keyId: string; values: number };

/** @property unreadable could not be decrypted, and are unchanged */
export type Reencryption = { reencrypted: number; unreadable: number };

/**
 * Re-encrypts with the current key everything that another key has encrypted. Safe while the database is in use: a
 * value is replaced only if it is still the one that was read. Can be resumed after an interruption.
 */
export async function reencrypt(
  client: PrismaClient,
  encrypter: Encrypter,
  currentKeyId: string,
): Promise<Reencryption> {
  const total: Reencryption = { reencrypted: 0, unreadable: 0 };
  for (const sealed of ENCRYPTED_COLUMNS) {
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
  { table, column, key, context }: EncryptedColumn,
): Promise<Reencryption> {
  const reencryption: Reencryption = { reencrypted: 0, unreadable: 0 };
  // Names from `ENCRYPTED_COLUMNS` only, never from outside.
  const [from, value] = [Prisma.raw(table), Prisma.raw(column)];
  const keyText = Prisma.raw(`ARRAY[${key.map((name) => `${name}::text`).join(', ')}]`);
  for (let after: string[] = []; ;) {
    const rows = await client.$queryRaw<{ key: string[]; sealed: string }[]>`
      SELECT ${keyText} AS key, ${value} AS sealed FROM ${from}
      WHERE ${value} IS NOT NULL AND split_part(${value}, '.', 2) <> ${currentKeyId} AND ${keyText} > ${after}::text[]
      ORDER BY 1 LIMIT ${BATCH}`;
    for (const row of rows) {
      const encryptedAnew = await encryptAnew(encrypter, row.sealed, context(...row.key));
      if (encryptedAnew === null) reencryption.unreadable += 1;
      else
        reencryption.reencrypted += await client.$executeRaw`
          UPDATE ${from} SET ${value} = ${encryptedAnew} WHERE ${keyText} = ${row.key}::text[] AND ${value} = ${row.sealed}`;
    }
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return reencryption;
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

/** @returns how many values each key has encrypted, by column, in the order of `ENCRYPTED_COLUMNS` */
export async function countEncrypted(client: Prisma.TransactionClient): Promise<EncryptedCount[]> {
  const counts: EncryptedCount[] = [];
  for (const { table, column } of ENCRYPTED_COLUMNS) {
    const value = Prisma.raw(column);
    const rows = await client.$queryRaw<{ keyId: string; values: number }[]>`
      SELECT split_part(${value}, '.', 2) AS "keyId", count(*)::int AS values FROM ${Prisma.raw(table)}
      WHERE ${value} IS NOT NULL GROUP BY 1 ORDER BY 1`;
    counts.push(...rows.map(({ keyId, values }) => ({ table, column, keyId, values })));
  }
  return counts;
}

/** Marks as retired, so that they can be removed, all keys but the current one that no longer encrypt anything. */
export async function retireKeys(client: PrismaClient, currentKeyId: string, now: Date): Promise<string[]> {
  return client.$transaction(async (transaction) => {
    const used = new Set((await countEncrypted(transaction)).map(({ keyId }) => keyId));
    const where = { id: { notIn: [currentKeyId, ...used] }, retiredAt: null };
    const retired = await transaction.dataKey.updateManyAndReturn({ where, data: { retiredAt: now } });
    return retired.map(({ id }) => id);
  });
}
