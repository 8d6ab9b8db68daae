/**
 * What people and phones notice of a database that fails: PostgreSQL is restarted, frozen, cut off from its listener, or
 * has no connection to spare for three replicas, while pages wait and activations are under way.
 *
 *     npx tsx tests/bench/faults.ts [--pages 500] [--activations 20] [--faults fast,immediate,frozen,half-open,listener,crowded]
 */
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { isUnchangedStatus } from '@/components/site/following/followed-kind';
import { isPendingState } from '@/lib/activation/activation';
import { SECOND } from '@/lib/shared/time/duration';
import { findPostgresql } from '../support/databases/find-postgresql';
import { activateOverHttp } from '../support/load/activate-over-http';
import { LoadPage } from '../support/load/load-page';
import { LoadSite } from '../support/load/load-site';
import { PatientClient } from '../support/load/patient-client';
import { percentile } from '../support/percentile';
import { poll } from '@/lib/kit/poll';
import { startThrowAwayPostgresql, type ThrowAwayPostgresql } from '../support/databases/throw-away-postgresql';

const { values: options } = parseArgs({
  options: {
    pages: { type: 'string', default: '500' },
    activations: { type: 'string', default: '20' },
    faults: { type: 'string', default: 'fast,immediate,frozen,half-open,listener,crowded' },
  },
});
const pages = Number(options.pages);
const activations = Number(options.activations);

/** Each brings a fault about and resolves when the database is back. */
const FAULTS: Record<string, (server: ThrowAwayPostgresql, databaseUrl: string) => Promise<void>> = {
  fast: (server) => restart(server, 'fast'),
  immediate: (server) => restart(server, 'immediate'),
  async frozen(server) {
    const thaw = server.freeze();
    await delay(30 * SECOND);
    thaw();
  },
  async 'half-open'(_server, databaseUrl) {
    for (const pid of await listeners(databaseUrl)) process.kill(pid, 'SIGSTOP');
  },
  async listener(_server, databaseUrl) {
    await withClient(databaseUrl, (client) =>
      client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tessera changes'`),
    );
  },
  /** Somebody else takes what connections are left, while the replicas have to make all of theirs anew. */
  async crowded(server, databaseUrl) {
    await restart(server, 'fast');
    const taken = await takeConnections(databaseUrl);
    await delay(3 * SECOND);
    await Promise.all(taken.map((client) => client.end()));
  },
};

async function takeConnections(url: string): Promise<Client[]> {
  const taken: Client[] = [];
  for (;;) {
    const client = new Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
    } catch {
      return taken;
    }
    taken.push(client);
  }
}

async function restart(server: ThrowAwayPostgresql, mode: 'fast' | 'immediate'): Promise<void> {
  server.shutDown(mode);
  server.startUp();
}

async function listeners(databaseUrl: string): Promise<number[]> {
  const { rows } = await withClient(databaseUrl, (client) =>
    client.query<{ pid: number }>(`SELECT pid FROM pg_stat_activity WHERE application_name = 'tessera changes'`),
  );
  return rows.map(({ pid }) => pid);
}

async function withClient<Answer>(url: string, work: (client: Client) => Promise<Answer>): Promise<Answer> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function measure(name: string, server: ThrowAwayPostgresql): Promise<void> {
  const replicas = name === 'crowded' ? 3 : 1;
  const site = await LoadSite.open({ people: pages + activations, postgresql: server.url, replicas });
  const forPages = site.servers.map(({ url }) => new PatientClient(url));
  const forPhones = site.servers.map(({ url }) => new PatientClient(url));
  const one = (clients: PatientClient[], index: number) => clients[index % clients.length] ?? site.client;
  try {
    const first = site.people[0];
    if (!first || site.databaseUrl === null) throw new TypeError('a site without people or a database');
    const action = await new LoadPage(site.client, first).findStartAction();
    const waiting = await Promise.all(
      site.people.slice(activations).map(async (person, index) => {
        const page = new LoadPage(one(forPages, index), person);
        return { page, id: await page.start(action) };
      }),
    );
    const stopping = new AbortController();
    const following = waiting.map(async ({ page, id }) => {
      let status = await page.status(id, -1);
      while (!stopping.signal.aborted && isPendingState(status.state)) {
        const answer = await page.status(id, status.version);
        if (!isUnchangedStatus(answer)) status = answer;
      }
    });
    await poll('the pages to wait', async () => {
      const bodies = await Promise.all(forPages.map(async (client) => (await client.ask('/api/metrics')).body));
      const held = bodies.map((body) => Number(/^tessera_waiting_pages(?:\{.*\})? (\d+)/m.exec(body)?.[1]));
      return held.reduce((sum, count) => sum + count) >= pages * 0.95;
    });
    for (const client of forPages) client.troubles.length = 0;

    const begun = site.people.slice(0, activations).map(async (person, index) => {
      await delay((index * 2 * SECOND) / activations);
      // Where there are several processes, the phone does not reach the one that the page is at.
      await activateOverHttp(one(forPhones, index), person, action, one(forPhones, index + 1));
    });
    const ended = Promise.allSettled(begun);
    await delay(SECOND);
    await FAULTS[name]?.(server, site.databaseUrl);
    const backAt = performance.now();
    const outcomes = await ended;
    const doneAt = performance.now();
    for (const client of forPhones) await poll('health', async () => (await client.ask('/api/health')).status === 200);
    const wellAt = performance.now();
    await activateOverHttp(one(forPhones, 0), first, action);
    // Every page has asked once more by then.
    await delay(27 * SECOND);
    stopping.abort();
    const troubles = forPages.flatMap((client) => client.troubles);
    const recoveries = troubles.map(({ endedAt }) => Math.max(0, endedAt - backAt));
    const failures = troubles.flatMap(({ statuses }) => statuses);
    const failed = outcomes.filter(({ status }) => status === 'rejected');
    console.log(
      [
        name.padEnd(10),
        `activations ${outcomes.length - failed.length} of ${outcomes.length}, the last ${seconds(doneAt - backAt)} after it was back`,
        `health after ${seconds(wellAt - backAt)}`,
        `pages in trouble ${troubles.length} of ${pages}, with ${failures.length} failures of the server`,
        recoveries.length === 0
          ? 'none had to recover'
          : `recovered after ${seconds(percentile(recoveries, 0.5))} at the median, ${seconds(Math.max(...recoveries))} at most`,
      ].join('; '),
    );
    for (const outcome of failed.slice(0, 3)) console.log('  ', String((outcome as PromiseRejectedResult).reason));
    for (const client of forPages) client.close();
    await Promise.allSettled(following);
  } finally {
    for (const client of [...forPages, ...forPhones]) client.close();
    await site.close();
  }
}

function seconds(milliseconds: number): string {
  return `${(Math.max(0, milliseconds) / SECOND).toFixed(1)} s`;
}

const programs = findPostgresql();
if (!programs) throw new Error('this needs the programs of a PostgreSQL server');
for (const name of options.faults.split(',')) {
  if (!FAULTS[name]) throw new Error(`there is no fault "${name}"`);
  const settings = name === 'crowded' ? ['fsync=on', 'max_connections=20'] : ['fsync=on'];
  const server = await startThrowAwayPostgresql(programs, settings);
  try {
    await measure(name, server);
  } finally {
    server.stop();
  }
}
process.exit(0);
