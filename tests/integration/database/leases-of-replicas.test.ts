import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import { openPostgresql } from '@/lib/database/postgresql/open-postgresql';
import { PrismaActivationStore } from '@/lib/database/tables/activation/prisma-activation-store';
import { poll } from '@/lib/kit/poll';
import { systemClock } from '@/lib/shared/time/clock';
import { HOUR, MINUTE, SECOND } from '@/lib/shared/time/duration';
import { createPostgresqlDatabase } from '../../support/databases/create-postgresql-database';
import { testAppender, testPersister } from '../../support/test-chain';
import { leaseScript } from '../cli/lease-script';
import { Script } from '../cli/spawn-script';

const server = process.env['TESSERA_TEST_DATABASE_URL'];

/** Takes a lease of each sort for an hour, as a replica, and says so. */
const REPLICA = leaseScript(
  `
  const { openPostgresql } = await import('./lib/database/postgresql/open-postgresql.ts');
  const database = await openPostgresql(process.env.URL, () => {});`,
  '00'.repeat(32),
);

describe.runIf(server)('leases of replicas on PostgreSQL', () => {
  let url: string;
  let here: Database;
  let replica: Script;

  beforeEach(async () => {
    url = await createPostgresqlDatabase(server ?? '');
    here = await openPostgresql(url, () => {});
    replica = new Script(REPLICA, { URL: url });
    await replica.hear();
  }, 2 * MINUTE);

  afterEach(async () => {
    await replica.kill();
    await here.close();
  });

  const store = (database = here) =>
    new PrismaActivationStore(database, systemClock, testAppender(), testPersister(systemClock));
  const listDue = async () => (await store().listDue(new Date(), 10)).map(({ userId }) => userId);
  /** Who has a lease, of all that there are. */
  const leased = async () => {
    const [row] = await here.sql<{ activations: number; messages: number; requests: number }>`
      SELECT (SELECT count(*)::int FROM activation WHERE leased_by IS NOT NULL) AS activations,
        (SELECT count(*)::int FROM outbox_message WHERE leased_by IS NOT NULL) AS messages,
        (SELECT count(*)::int FROM api_request WHERE leased_by IS NOT NULL) AS requests`;
    return row;
  };
  const cutConnections = () => here.sql`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'tessera changes'`;
  const countHolders = async () => {
    const locks = await here.sql`
      SELECT 1 AS one FROM pg_locks WHERE locktype = 'advisory'
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    return locks.length;
  };
  const ALL = { activations: 1, messages: 1, requests: 1 };
  const NONE = { activations: 0, messages: 0, requests: 0 };

  it(
    'leases of a killed replica end within seconds, and pauses before another try do not',
    async () => {
      expect(await leased()).toEqual(ALL);
      expect(await listDue()).toEqual([]);
      const killedAt = performance.now();
      await replica.kill();
      await poll('the leases to end', async () => (await listDue()).length > 0);
      expect(performance.now() - killedAt).toBeLessThan(15 * SECOND);
      expect(await leased()).toEqual(NONE);
      const due = await here.client.outboxMessage.findMany({ where: { dueAt: { lte: new Date() } } });
      expect(due.map(({ lastProblem }) => lastProblem)).toEqual([null]);
      const [request] = await here.client.apiRequest.findMany();
      expect(request?.leasedUntil).toEqual(new Date(0));
    },
    MINUTE,
  );

  it(
    'one that lost its connection comes back, and keeps them',
    async () => {
      expect(await cutConnections()).toHaveLength(2);
      await poll('both to be back', async () => (await countHolders()) === 2);
      // Absences are judged 3 s after a connection.
      await delay(5 * SECOND);
      expect(await leased()).toEqual(ALL);
    },
    MINUTE,
  );

  it(
    'a frozen replica loses its leases after ten silent seconds, and takes none over when it thaws',
    async () => {
      process.kill(replica.pid, 'SIGSTOP');
      await poll('the leases to end', async () => (await listDue()).length > 0);
      const [activation] = await store().listDue(new Date(), 1);
      const until = new Date(Date.now() + HOUR);
      if (!activation) throw new Error('nothing is due');
      expect(await store().lease(activation.id, new Date(), until)).toBe(true);
      process.kill(replica.pid, 'SIGCONT');
      await delay(5 * SECOND);
      const [row] = await here.client.activation.findMany();
      expect(row).toMatchObject({ leasedUntil: until, leasedBy: here.processId });
    },
    MINUTE,
  );

  it(
    'leases of replicas that ended earlier end soon after the next start',
    async () => {
      await here.close();
      await replica.kill();
      here = await openPostgresql(url, () => {});
      await poll('the leases to end', async () => (await listDue()).length > 0);
      expect(await leased()).toEqual(NONE);
    },
    MINUTE,
  );
});
