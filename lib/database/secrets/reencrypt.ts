import { Prisma, type PrismaClient } from '../../generated/prisma/client';
import type { Encrypter } from '../../shared/encrypter';
import { ENCRYPTED_COLUMNS, type EncryptedColumn } from './encrypted-columns';
import { reading } from '../reading';

/** Rows that are read by one statement, and written by one. */
const BATCH = 1_000;

/** How many values of a column a key has encrypted. */
export type EncryptedCount = { table: string; column: string; keyId: string; values: number };

/** @property unreadable could not be decrypted, and are unchanged */
export type Reencryption = { reencrypted: number; unreadable: number };

/** @property rows of the table that were read so far */
type OnProgress = (progress: { table: string; column: string; rows: number }) => void;

/**
 * Re-encrypts with the current key everything that another key has encrypted. Safe while the database is in use: a
 * value is replaced only if it is still the one that was read. Can be resumed after an interruption.
 */
export async function reencrypt(
  client: PrismaClient,
  encrypter: Encrypter,
  currentKeyId: string,
  onProgress: OnProgress = () => {},
): Promise<Reencryption> {
  const total: Reencryption = { reencrypted: 0, unreadable: 0 };
  for (const sealed of ENCRYPTED_COLUMNS) {
    const { reencrypted, unreadable } = await reencryptColumn(client, encrypter, currentKeyId, sealed, onProgress);
    total.reencrypted += reencrypted;
    total.unreadable += unreadable;
  }
  return total;
}

async function reencryptColumn(
  client: PrismaClient,
  encrypter: Encrypter,
  currentKeyId: string,
  sealedColumn: EncryptedColumn,
  onProgress: OnProgress,
): Promise<Reencryption> {
  const { table, column, key, context } = sealedColumn;
  const reencryption: Reencryption = { reencrypted: 0, unreadable: 0 };
  const types = await readTypes(client, table, key);
  // Names from `ENCRYPTED_COLUMNS` only, never from outside.
  const [from, value] = [Prisma.raw(table), Prisma.raw(column)];
  const sealedByOthers = Prisma.sql`nullif(${value}, CASE split_part(${value}, '.', 2) WHEN ${currentKeyId} THEN ${value} END)`;
  let read = 0;
  for await (const rows of readPages(client, sealedColumn, types, sealedByOthers)) {
    const changes: { key: string[]; sealed: string; anew: string }[] = [];
    for (const { key: names, value: sealed } of rows) {
      if (sealed === null) continue;
      const anew = await encryptAnew(encrypter, sealed, context(...names));
      if (anew === null) reencryption.unreadable += 1;
      else changes.push({ key: names, sealed, anew });
    }
    if (changes.length > 0) {
      const listed = key.map((_name, place) =>
        cast(
          changes.map((change) => change.key[place] ?? ''),
          `${types[place]}[]`,
        ),
      );
      const isSame = key.map((name, place) => `held.${name} = fresh.key_${place}`).join(' AND ');
      reencryption.reencrypted += await client.$executeRaw`
        UPDATE ${from} AS held SET ${value} = fresh.anew
        FROM unnest(${changes.map(({ sealed }) => sealed)}::text[], ${changes.map(({ anew }) => anew)}::text[], ${Prisma.join(listed)})
          AS fresh(sealed, anew, ${Prisma.raw(key.map((_name, place) => `key_${place}`).join(', '))})
        WHERE ${Prisma.raw(isSame)} AND held.${value} = fresh.sealed`;
    }
    if (read > 0 || rows.length === BATCH) onProgress({ table, column, rows: (read += rows.length) });
  }
  return reencryption;
}

type Row = { key: string[]; value: string | null };

/** All rows of a table in the order of its key, whatever they hold, so that no statement reads more than a batch of them. */
async function* readPages(
  client: PrismaClient,
  { table, key }: EncryptedColumn,
  types: readonly string[],
  value: Prisma.Sql,
): AsyncGenerator<Row[]> {
  const [from, keys] = [Prisma.raw(table), Prisma.raw(key.join(', '))];
  const keyText = Prisma.raw(`ARRAY[${key.map((name) => `${name}::text`).join(', ')}]`);
  for (let after: string[] | undefined; ;) {
    const beyond = after
      ? Prisma.sql`WHERE (${keys}) > (${Prisma.join(after.map((part, place) => cast(part, types[place])))})`
      : Prisma.empty;
    const rows: Row[] = await reading(
      () => client.$queryRaw<Row[]>`
      SELECT ${keyText} AS key, ${value} AS value FROM ${from} ${beyond} ORDER BY ${keys} LIMIT ${BATCH}`,
    );
    yield rows;
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.key;
  }
}

type Sql = ReturnType<typeof Prisma.raw>;

function cast(value: string | string[], type = 'text'): Sql {
  const asText = Prisma.raw(Array.isArray(value) ? 'text[]' : 'text');
  return Prisma.sql`${value}::${asText}::${Prisma.raw(type)}`;
}

/** Types of columns, because only values of the same types are found by an index. */
async function readTypes(client: PrismaClient, table: string, columns: readonly string[]): Promise<string[]> {
  const rows = await client.$queryRaw<{ name: string; type: string }[]>`
    SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute
    WHERE attrelid = to_regclass(${table}) AND attnum > 0`;
  const types = new Map(rows.map(({ name, type }) => [name, type]));
  return columns.map((column) => {
    const type = types.get(column);
    if (type === undefined) throw new TypeError(`there is no column ${table}.${column}`);
    return type;
  });
}

async function encryptAnew(encrypter: Encrypter, sealed: string, context: string): Promise<string | null> {
  try {
    return await encrypter.encrypt(await encrypter.decrypt(sealed, context), context);
  } catch {
    return null;
  }
}

/** @returns how many values each key has encrypted, by column, in the order of `ENCRYPTED_COLUMNS` */
export async function countEncrypted(client: PrismaClient): Promise<EncryptedCount[]> {
  const counts: EncryptedCount[] = [];
  for (const sealed of ENCRYPTED_COLUMNS) {
    const { table, column, key } = sealed;
    const values = new Map<string, number>();
    const keyId = Prisma.raw(`split_part(${column}, '.', 2)`);
    for await (const rows of readPages(client, sealed, await readTypes(client, table, key), keyId))
      for (const { value } of rows) if (value !== null) values.set(value, (values.get(value) ?? 0) + 1);
    const sorted = [...values].toSorted(([left], [right]) => (left < right ? -1 : 1));
    counts.push(...sorted.map(([id, count]) => ({ table, column, keyId: id, values: count })));
  }
  return counts;
}

/**
 * Marks as retired, so that they can be removed, all keys but the current one that no longer encrypt anything.
 * @param counts as just counted
 */
export async function retireKeys(
  client: PrismaClient,
  counts: readonly EncryptedCount[],
  currentKeyId: string,
  now: Date,
): Promise<string[]> {
  const used = new Set(counts.map(({ keyId }) => keyId));
  const where = { id: { notIn: [currentKeyId, ...used] }, retiredAt: null };
  const retired = await client.dataKey.updateManyAndReturn({ where, data: { retiredAt: now } });
  return retired.map(({ id }) => id);
}
