import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PreparingPglite } from '@/lib/database/embedded/preparing-pglite';

type Item = { id: number; name: string };

describe('prepared statements of the embedded database', () => {
  let pglite: PreparingPglite;

  beforeAll(async () => {
    pglite = await PreparingPglite.open({});
  });

  beforeEach(async () => {
    await pglite.exec(`
      DROP TABLE IF EXISTS item; CREATE TABLE item (id int PRIMARY KEY, name text);
      INSERT INTO item VALUES (1, 'one'), (2, 'two')`);
  });

  afterAll(() => pglite.close());

  const find = async (id: number) => (await pglite.query<Item>('SELECT * FROM item WHERE id = $1', [id])).rows;
  const add = (id: number, name: string) => pglite.query('INSERT INTO item VALUES ($1, $2)', [id, name]);
  const rename = 'UPDATE item SET name = $1 WHERE id >= $2';

  async function prepared(text = '%'): Promise<number> {
    const [only] = await pglite.exec(
      `SELECT count(*)::int AS count FROM pg_prepared_statements WHERE statement LIKE '${text}'`,
    );
    return only?.rows[0]?.['count'] as number;
  }

  it('a text is prepared once, whatever its values', async () => {
    expect(await find(1)).toEqual([{ id: 1, name: 'one' }]);
    expect(await find(2)).toEqual([{ id: 2, name: 'two' }]);
    expect(await find(3)).toEqual([]);
    expect(await prepared('SELECT * FROM item%')).toBe(1);
  });

  it('values and rows are written and read by their types, and changes are counted', async () => {
    const sent = [
      null,
      true,
      7,
      8n,
      'é',
      new Date('2026-11-27T10:00:00Z'),
      new Uint8Array([0, 255]),
      ['a', 'b'],
      { a: [1] },
    ];
    const text = `SELECT $1::text AS a, $2::bool AS b, $3::int AS c, $4::bigint AS d, $5::text AS e, $6::timestamptz AS f,
      $7::bytea AS g, $8::text[] AS h, $9::jsonb AS i`;
    const first = await pglite.query<object>(text, sent);
    const again = await pglite.query<object>(text, sent);
    expect(Object.values(again.rows[0] ?? {})).toEqual([null, true, 7, 8, ...sent.slice(4)]);
    expect(again).toEqual(first);
    expect(await pglite.query(text, sent, { rowMode: 'array' })).toMatchObject({
      rows: [Object.values(first.rows[0] ?? {})],
    });
    expect(await pglite.query(rename, ['both', 1])).toMatchObject({ affectedRows: 2, rows: [] });
  });

  it('a refused statement leaves the others as they were, also inside a transaction', async () => {
    await add(3, 'three');
    await expect(add(3, 'again')).rejects.toMatchObject({ code: '23505' });
    await expect(pglite.query('SELECT nothing')).rejects.toMatchObject({ code: '42703' });
    await expect(
      pglite.transaction(async (transaction) => {
        await transaction.query(rename, ['lost', 1]);
        await transaction.query('INSERT INTO item VALUES ($1, $2)', [3, 'again']);
      }),
    ).rejects.toMatchObject({ code: '23505' });
    expect(await find(1)).toEqual([{ id: 1, name: 'one' }]);
    await add(4, 'four');
    expect(await find(4)).toHaveLength(1);
  });

  it('a transaction that has ended takes no further statement', async () => {
    const ended = await pglite.transaction(async (transaction) => transaction);
    await expect(ended.query(rename, ['late', 1])).rejects.toThrow('Transaction is closed');
  });

  it('a statement whose rows have changed with the schema is prepared again', async () => {
    await find(1);
    await pglite.query('ALTER TABLE item ADD COLUMN size int DEFAULT 9');
    expect(await find(1)).toEqual([{ id: 1, name: 'one', size: 9 }]);
  });

  it('a transaction in which a statement turns out to be stale fails, and the next one succeeds', async () => {
    await find(1);
    await pglite.query('ALTER TABLE item ADD COLUMN size int DEFAULT 9');
    const read = () =>
      pglite.transaction(
        async (transaction) => (await transaction.query('SELECT * FROM item WHERE id = $1', [1])).rows,
      );
    await expect(read()).rejects.toMatchObject({ code: '0A000' });
    expect(await read()).toEqual([{ id: 1, name: 'one', size: 9 }]);
  });

  it('a statement is prepared again after all were discarded', async () => {
    await find(1);
    await pglite.exec('DISCARD ALL');
    expect(await find(1)).toHaveLength(1);
  });

  it('threat: memory used up by use: the least recently used statement of too many is let go', async () => {
    await find(1);
    for (let count = 0; count < 300; count++) {
      await pglite.query(`SELECT ${count} AS number`);
      if (count % 50 === 0) await find(1);
    }
    expect(await prepared()).toBe(250);
    expect(await prepared('SELECT 0 AS number')).toBe(0);
    expect(await prepared('SELECT * FROM item%')).toBe(1);
  });
});
