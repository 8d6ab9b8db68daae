import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { generateActivationId } from '@/lib/shared/identifiers/activation-id';
import { CHANGE_CHANNEL, type Database } from '@/lib/database/database';
import { reading } from '@/lib/database/reading';
import { openPostgresql, type PostgresqlLimits } from '@/lib/database/postgresql/open-postgresql';
import { part } from '@/lib/database/sql';
import { systemRandom } from '@/lib/shared/random';
import { createPostgresqlDatabase } from '../../support/databases/create-postgresql-database';
import { findPostgresql } from '../../support/databases/find-postgresql';
import { poll } from '@/lib/kit/poll';
import { startThrowAwayPostgresql, type ThrowAwayPostgresql } from '../../support/databases/throw-away-postgresql';

const programs = process.env['TESSERA_TEST_DATABASE_URL'] === undefined ? null : findPostgresql();

describe.runIf(programs)('PostgreSQL', () => {
  const faults: unknown[] = [];
  let server: ThrowAwayPostgresql;
  let url: string;
  let opened: Database[] = [];

  beforeAll(async () => {
    server = await startThrowAwayPostgresql(programs ?? '', ['max_connections=20']);
    url = await createPostgresqlDatabase(server.url);
  });

  afterEach(async () => {
    await Promise.all(opened.map((database) => database.close()));
    opened = [];
    faults.length = 0;
  });

  afterAll(() => server.stop());

  async function open(limits?: PostgresqlLimits): Promise<Database> {
    const database = await openPostgresql(url, (error) => void faults.push(error), limits);
    opened.push(database);
    return database;
  }

  it.each(['fast', 'immediate'] as const)('a restart of PostgreSQL (%s) fails no query meanwhile', async (mode) => {
    const database = await open();
    await Promise.all(Array.from({ length: 8 }, () => ask(database)));
    const id = generateActivationId(systemRandom);
    let told = 0;
    await database.changeFeed.subscribe(id, () => (told += 1));

    server.shutDown(mode);
    const asked = Promise.all(Array.from({ length: 20 }, () => ask(database)));
    await delay(200);
    server.startUp();
    await expect(asked).resolves.toHaveLength(20);
    await poll('the call that makes up for what was missed', async () => told > 0);
    const before = told;
    await poll('a notice', async () => {
      await notify(database, id);
      return told > before;
    });
    expect(faults.length).toBeGreaterThan(0);
  });

  it('threat: done twice: a write whose connection was lost is not repeated, because it may have been done', async () => {
    const database = await open({ connections: 1, statementTimeoutMs: 10_000 });
    await database.client.$executeRaw`CREATE TABLE IF NOT EXISTS tally (id serial)`;
    const end = database.client.$queryRaw`
      WITH done AS (INSERT INTO tally DEFAULT VALUES RETURNING id)
      SELECT pg_terminate_backend(pg_backend_pid())::text FROM done`;
    await expect(end).rejects.toThrow(/57P01|Connection terminated/);
    // Another value would have been drawn by a second try, whatever became of either.
    const [row] = await database.client.$queryRaw<{ next: number }[]>`SELECT nextval('tally_id_seq')::int AS next`;
    expect(row).toEqual({ next: 2 });
  });

  it('threat: done twice: a statement that begins as a read does is not repeated unless it says that it reads', async () => {
    const database = await open({ connections: 1, statementTimeoutMs: 10_000 });
    await database.client.$executeRaw`CREATE SEQUENCE IF NOT EXISTS sent`;
    const countSent = async () => (await database.sql<{ count: number }>`SELECT last_value::int AS count FROM sent`)[0];
    // Ends its connection the first time.
    const once = part`SELECT nextval('sent')::int AS try, CASE currval('sent') % 2 WHEN 1 THEN pg_terminate_backend(pg_backend_pid()) END`;
    await expect(database.sql`${once}`).rejects.toThrow(/57P01|Connection terminated/);
    await expect(database.client.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())::text`).rejects.toThrow(
      /57P01|Connection terminated/,
    );
    expect(await countSent()).toEqual({ count: 1 });
    await database.sql`SELECT setval('sent', 2)`;
    expect(await database.sql.read`${once}`).toMatchObject([{ try: 4 }]);
  });

  it('an operation of Prisma is repeated when it loses its connection if it reads, and fails if it writes', async () => {
    const database = await open({ connections: 4, statementTimeoutMs: 60_000 });
    const holder = new Client({ connectionString: url });
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE device_name');
    const read = database.client.deviceName.findMany();
    const written = database.client.deviceName.deleteMany();
    const outcomes = Promise.allSettled([read, written]);
    const waiting = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'relation'`;
    // From outside: within a transaction the view stays as it was.
    const outside = new Client({ connectionString: url });
    await outside.connect();
    await poll('both to wait', async () => (await outside.query(waiting)).rows.length === 2);
    await outside.query(`SELECT pg_terminate_backend(pid) FROM (${waiting}) AS waiting`);
    await outside.end();
    await holder.query('ROLLBACK');
    await holder.end();
    expect(await outcomes).toMatchObject([{ status: 'fulfilled', value: [] }, { status: 'rejected' }]);
  });

  it('a PostgreSQL that says nothing on its open connection for notices is noticed', async () => {
    const database = await open();
    const id = generateActivationId(systemRandom);
    let told = 0;
    await database.changeFeed.subscribe(id, () => (told += 1));
    const [listener] = await database.client.$queryRaw<{ pid: number }[]>`
      SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'tessera changes'`;
    process.kill(listener?.pid ?? 0, 'SIGSTOP');
    try {
      await notify(database, id);
      await poll('the call that makes up for what was missed', async () => told > 0);
      const before = told;
      await notify(database, id);
      await poll('the next notice', async () => told > before);
      expect(faults).toHaveLength(1);
    } finally {
      process.kill(listener?.pid ?? 0, 'SIGCONT');
    }
  });

  it('a PostgreSQL that freezes and thaws answers every pending query', async () => {
    const database = await open();
    await ask(database);
    const thaw = server.freeze();
    const asked = Promise.all(Array.from({ length: 12 }, () => ask(database)));
    await delay(1_000);
    thaw();
    await expect(asked).resolves.toHaveLength(12);
    await expect(database.checkHealth()).resolves.toBeUndefined();
  });

  it('a PostgreSQL with few connections makes three replicas take turns and fails none', async () => {
    const replicas = [await open(), await open(), await open()];
    const work = replicas.flatMap((replica) =>
      Array.from({ length: 16 }, async () => {
        await ask(replica);
        return replica.client.$transaction(async (transaction) => {
          await transaction.$queryRaw`SELECT pg_sleep(0.02)::text`;
          return transaction.$queryRaw`SELECT 1`;
        });
      }),
    );
    await expect(Promise.all(work)).resolves.toHaveLength(48);
  });

  it('a PostgreSQL without a free connection makes those who ask wait for one', async () => {
    const database = await open();
    const giveBack = await takeConnections(url);
    const asked = Promise.all(Array.from({ length: 5 }, () => ask(database)));
    await delay(300);
    await giveBack();
    await expect(asked).resolves.toHaveLength(5);
  });

  it('a PostgreSQL that does not come to an end with a statement ends it', async () => {
    const database = await open({ connections: 2, statementTimeoutMs: 100 });
    await expect(database.client.$queryRaw`SELECT pg_sleep(300)::text`).rejects.toThrow(/statement timeout/);
  });

  it('the database is unhealthy while it is unreachable, and healthy when it is back', async () => {
    const database = await open();
    server.shutDown('immediate');
    await expect(database.checkHealth()).rejects.toThrow(/reach database server|Connection terminated/);
    server.startUp();
    await poll('the database to be well', () =>
      database.checkHealth().then(
        () => true,
        () => false,
      ),
    );
  });
});

async function ask({ client }: Database): Promise<unknown> {
  return reading(() => client.$queryRaw`SELECT 1 AS one`);
}

async function notify({ client }: Database, id: string): Promise<void> {
  await client.$queryRaw`SELECT pg_notify(${CHANGE_CHANNEL}, ${id})::text`;
}

/** Takes every connection that the server has left. @returns gives them back */
async function takeConnections(url: string): Promise<() => Promise<void>> {
  const taken: Client[] = [];
  for (;;) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
    } catch {
      return async () => void (await Promise.all(taken.map((one) => one.end())));
    }
    taken.push(client);
  }
}
