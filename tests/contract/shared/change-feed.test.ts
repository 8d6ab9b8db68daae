import { afterAll, beforeAll, describe, expect, it, beforeEach } from 'vitest';
import { generateActivationId, type ActivationId } from '@/lib/shared/identifiers/activation-id';
import { auditContext } from '@/lib/audit/audit-context';
import { CHANGE_CHANNEL, type Database } from '@/lib/database/database';
import { openPostgresql } from '@/lib/database/postgresql/open-postgresql';
import { PrismaActivationStore } from '@/lib/database/tables/activation/prisma-activation-store';
import { systemClock } from '@/lib/shared/time/clock';
import { systemRandom } from '@/lib/shared/random';
import { AUDIT_LOG_KEY, type ChangeFeed } from '@/lib/shared/changes/change-feed';
import { createPostgresqlDatabase } from '../../support/databases/create-postgresql-database';
import { forEachDatabase } from '../../support/databases/databases';
import { ORIGIN } from '../../support/doubles/fake-activation-ports';
import { activationInEveryState, at } from '../../support/doubles/fake-activations';
import { MemoryChangeFeed } from '../../support/doubles/stores/memory-change-feed';
import { poll } from '@/lib/kit/poll';
import { testAppender, testPersister } from '../../support/test-chain';

type ChangeFeedFixture = {
  feed: ChangeFeed;
  /** Makes a move of the activation as the store does. */
  move(id: ActivationId): Promise<void>;
};

/** What every adapter of the port `ChangeFeed` does. @param open gives a feed, which may have other subscribers */
function changeFeedContract(open: () => Promise<ChangeFeedFixture>): void {
  let fixture: ChangeFeedFixture;
  let id: ActivationId;

  beforeEach(async () => {
    fixture = await open();
    id = generateActivationId(systemRandom);
  });

  async function listen(to = id) {
    const heard = { times: 0, stop: () => {} };
    heard.stop = await fixture.feed.subscribe(to, () => (heard.times += 1));
    return heard;
  }

  /** Notices are in order: once this one has been heard, none from before is on its way any more. */
  async function settle(): Promise<void> {
    const last = generateActivationId(systemRandom);
    const heard = await listen(last);
    await fixture.move(last);
    await poll('the last notice', async () => heard.times > 0);
    heard.stop();
  }

  it('every subscriber of an activation is called when it moves', async () => {
    const [first, second] = [await listen(), await listen()];
    await fixture.move(id);
    await settle();
    expect([first.times, second.times]).toEqual([1, 1]);
  });

  it('a subscriber is called once for each move', async () => {
    const heard = await listen();
    for (let count = 0; count < 3; count++) await fixture.move(id);
    await settle();
    expect(heard.times).toBe(3);
  });

  it('a subscriber of another activation is not called', async () => {
    const heard = await listen(generateActivationId(systemRandom));
    await fixture.move(id);
    await settle();
    expect(heard.times).toBe(0);
  });

  it('an unsubscribed listener is not called, and unsubscribing twice does nothing', async () => {
    const [stopped, goesOn] = [await listen(), await listen()];
    stopped.stop();
    stopped.stop();
    await fixture.move(id);
    await settle();
    expect([stopped.times, goesOn.times]).toEqual([0, 1]);
  });

  it('a key can be subscribed to again after all have unsubscribed', async () => {
    (await listen()).stop();
    const heard = await listen();
    await fixture.move(id);
    await settle();
    expect(heard.times).toBe(1);
  });

  it('a listener may unsubscribe itself or another while it is called', async () => {
    const other = await listen();
    const own = await fixture.feed.subscribe(id, () => {
      own();
      other.stop();
    });
    await fixture.move(id);
    await settle();
    await fixture.move(id);
    await settle();
    expect(other.times).toBeLessThanOrEqual(1);
  });
}

describe('in memory', () => {
  changeFeedContract(async () => {
    const feed = new MemoryChangeFeed();
    return { feed, move: async (id) => feed.publish(id) };
  });
});

/** What a store does to tell of a move, and no more. */
function notify({ client }: { client: Pick<Database['client'], '$queryRaw'> }, id: ActivationId) {
  return client.$queryRaw`SELECT pg_notify(${CHANGE_CHANNEL}, ${id})::text`;
}

forEachDatabase((_name, open) => {
  let database: Database;

  beforeAll(async () => {
    database = await open();
  });

  changeFeedContract(async () => ({
    feed: database.changeFeed,
    move: async (id) => void (await notify(database, id)),
  }));

  it('a move that is rolled back calls no subscriber', async () => {
    const [undone, later] = [generateActivationId(systemRandom), generateActivationId(systemRandom)];
    const heard: ActivationId[] = [];
    for (const id of [undone, later]) await database.changeFeed.subscribe(id, () => heard.push(id));
    const attempt = database.client.$transaction(async (transaction) => {
      await notify({ client: transaction }, undone);
      throw new RangeError('in vain');
    });
    await expect(attempt).rejects.toThrow('in vain');
    // Notices are in order: once this one has been heard, none from before is on its way any more.
    await notify(database, later);
    await poll('the later notice', async () => heard.includes(later));
    expect(heard).toEqual([later]);
  });

  it('every write of the activation store calls the subscribers', async () => {
    const store = new PrismaActivationStore(database, systemClock, testAppender(), testPersister(systemClock));
    const { requested, issued } = activationInEveryState('told');
    let times = 0;
    await database.changeFeed.subscribe(requested.id, () => (times += 1));
    await store.create(requested, null, at(30), []);
    await store.save(issued, []);
    await poll('both notices', async () => times >= 2);
    expect(times).toBe(2);
  });

  it('a transaction’s audit records call the subscribers of the log once', async () => {
    let times = 0;
    await database.changeFeed.subscribe(AUDIT_LOG_KEY, () => (times += 1));
    const subject = { userId: 'jane.doe', domain: 'example.org' };
    const event = { type: 'signed-out', ...auditContext({ kind: 'phone' }, subject, ORIGIN) } as const;
    await database.client.$transaction((transaction) => testAppender().append(transaction, [event, event], at(0)));
    await poll('the notice', async () => times > 0);
    expect(times).toBe(1);
  });
});

const server = process.env['TESSERA_TEST_DATABASE_URL'];

describe.runIf(server)('between two replicas on PostgreSQL', () => {
  const faults: unknown[] = [];
  let here: Database;
  let there: Database;

  beforeAll(async () => {
    const url = await createPostgresqlDatabase(server ?? '');
    const openReplica = () => openPostgresql(url, (error) => void faults.push(error));
    [here, there] = [await openReplica(), await openReplica()];
  });

  afterAll(() => Promise.all([here.close(), there.close()]));

  const terminateListeners = () => there.client.$queryRaw`
    SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'tessera changes'`;
  const countListeners = async () => {
    const rows = await there.client.$queryRaw`
      SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'tessera changes'`;
    return Array.isArray(rows) ? rows.length : 0;
  };

  it('a move saved through one wakes who listens at the other', async () => {
    const { requested } = activationInEveryState('replicated');
    let times = 0;
    await there.changeFeed.subscribe(requested.id, () => (times += 1));
    await new PrismaActivationStore(here, systemClock, testAppender(), testPersister(systemClock)).create(
      requested,
      null,
      at(30),
      [],
    );
    await poll('the notice', async () => times > 0);
    expect(times).toBe(1);
  });

  it('a lost connection is announced and reopened, and subscribers that may have missed a change are called', async () => {
    const { requested, issued } = activationInEveryState('missed');
    const store = new PrismaActivationStore(here, systemClock, testAppender(), testPersister(systemClock));
    await store.create(requested, null, at(30), []);
    let times = 0;
    await there.changeFeed.subscribe(requested.id, () => (times += 1));

    await terminateListeners();
    await poll('the loss to be noticed', async () => faults.length >= 2);
    // Whatever was still on its way has arrived: from here on nothing can, until there is a new connection.
    times = 0;
    await store.save(issued, []);
    await poll('the call that makes up for what was missed', async () => times >= 1);
    await poll('both connections', async () => (await countListeners()) === 2);
    expect(await countListeners()).toBe(2);

    const before = times;
    await store.save({ ...issued, version: issued.version + 1 }, []);
    await poll('the next notice', async () => times > before);
  });

  it('a feed that is closed stays closed', async () => {
    const url = await createPostgresqlDatabase(server ?? '');
    const told: unknown[] = [];
    const short = await openPostgresql(url, (error) => void told.push(error));
    await short.close();
    expect(told).toEqual([]);
  });
});
