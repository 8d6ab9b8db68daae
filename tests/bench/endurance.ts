/**
 * What an hour of work leaves behind: two replicas on PostgreSQL behind the shipped HAProxy, 100,000 people and a million
 * audit records in the database, a steady load of a share of what the machine carries, and one replica that is killed
 * every two minutes. The other one lives all the time, so that its memory and handles can be compared.
 *
 *     npx tsx tests/bench/endurance.ts [--minutes 60] [--share 0.7] [--people 100000] [--records 1000000] [--rate 5]
 *       [--kill-every 120] [--step-up 3600]
 *
 * Without `--rate` (activations in a second) it first measures what the machine carries. `--kill-every` and `--step-up`,
 * which is the site's `TESSERA_STEP_UP_SECONDS`, are in seconds.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import type { Server } from '@/lib/kit/server/server';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { fillAuditLog } from '../support/databases/fill-audit-log';
import { fillUserDirectory } from '../support/databases/fill-user-directory';
import { findPostgresql } from '../support/databases/find-postgresql';
import { startThrowAwayPostgresql } from '../support/databases/throw-away-postgresql';
import { activateOverHttp } from '../support/load/activate-over-http';
import { Crowd } from '../support/load/crowd';
import { LoadFailure } from '../support/load/load-failure';
import { DOMAIN, renewProofs } from '../support/load/load-people';
import { LoadPage } from '../support/load/load-page';
import { LoadSite } from '../support/load/load-site';
import { PatientClient } from '../support/load/patient-client';
import { runClosedLoop, runOpenLoop } from '../support/load/run-load';
import { percentile } from '../support/percentile';
import { Haproxy } from '../support/servers/haproxy';

/** Who activate and look at pages, in turns; the rest of the directory is asleep. */
const SIGNED_IN = 5_000;
/** Pages that are looked at for each activation. */
const PAGES_PER_ACTIVATION = 3;
const AT_ONCE = 6;
const MEASURING_MS = MINUTE;

const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    share: { type: 'string', default: '0.7' },
    people: { type: 'string', default: '100000' },
    records: { type: 'string', default: '1000000' },
    rate: { type: 'string' },
    'kill-every': { type: 'string', default: '120' },
    'step-up': { type: 'string' },
  },
});
const durationMs = Number(options.minutes) * MINUTE;

/** What one thing took, and when it was begun, in milliseconds. */
type Timing = { at: number; ms: number };

/** The site's people and phones, who come by the proxy and ask again as pages and phones do. */
class Load {
  readonly activations: Timing[] = [];
  readonly pages: Timing[] = [];
  readonly pageFailures: unknown[] = [];
  readonly #client: PatientClient;
  readonly #crowd: Crowd;
  readonly #readers: Crowd;
  #action = '';

  constructor(url: string, people: LoadSite['people']) {
    this.#client = new PatientClient(url);
    const readers = Math.floor(people.length / 5);
    this.#readers = new Crowd(people.slice(0, readers));
    this.#crowd = new Crowd(people.slice(readers));
  }

  /** One activation, from the press to the page that says that the device works, and beside it pages of other people. */
  readonly work = async (): Promise<void> => {
    const reading = Promise.all(Array.from({ length: PAGES_PER_ACTIVATION }, () => this.#read()));
    const at = performance.now();
    await this.#crowd.lend(async (person) => {
      this.#action ||= await new LoadPage(this.#client, person).findStartAction();
      await activateOverHttp(this.#client, person, this.#action);
    });
    this.activations.push({ at, ms: performance.now() - at });
    await reading;
  };

  async #read(): Promise<void> {
    const at = performance.now();
    try {
      await this.#readers.lend(async (person) => void (await new LoadPage(this.#client, person).open('/')));
      this.pages.push({ at, ms: performance.now() - at });
    } catch (error) {
      this.pageFailures.push(error);
    }
  }

  /** Requests that were not answered, or with a failure, before they were answered. */
  get troubles() {
    return this.#client.troubles;
  }

  close(): void {
    this.#client.close();
  }
}

/** Waits so long, does something, and begins again. @returns ends that; how often it was done */
function doAgainAndAgain(everyMs: number, work: () => Promise<void>): () => Promise<number> {
  const stopping = new AbortController();
  let times = 0;
  const working = (async () => {
    for (;;) {
      await delay(everyMs, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      await work();
      times += 1;
    }
  })();
  return async () => {
    stopping.abort();
    await working;
    return times;
  };
}

/** Ends a replica in the middle of its work, and starts it anew. */
async function killAndLaunch(server: Server, proxy: Haproxy): Promise<void> {
  await server.kill();
  await server.launch();
  await proxy.untilUp('tessera-2');
}

const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MB`;

/** What the process that lives all the time holds, and what the database has come to. */
async function lookAt(name: string, server: Server, database: Client): Promise<void> {
  const metrics = await (await fetch(`${server.url}/api/metrics`)).text();
  const figure = (metric: string) =>
    [...metrics.matchAll(new RegExp(`^${metric}(?:\\{[^}]*\\})? ([\\d.e+]+)$`, 'gm'))].reduce(
      (sum, [, value]) => sum + Number(value),
      0,
    );
  const tables = await database.query<{ name: string; bytes: string; dead: string }>(
    `SELECT relname AS name, pg_total_relation_size(relid) AS bytes, n_dead_tup AS dead FROM pg_stat_user_tables ORDER BY 2 DESC`,
  );
  const inAll = tables.rows.reduce((sum, { bytes }) => sum + Number(bytes), 0);
  const largest = tables.rows
    .slice(0, 8)
    .map((table) => `${table.name} ${megabytes(Number(table.bytes))} (${table.dead} dead)`);
  const connections = await database.query<{ count: string }>(
    `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()`,
  );
  console.log(
    [
      `${name}: resident ${megabytes(figure('process_resident_memory_bytes'))}`,
      `heap ${megabytes(figure('nodejs_heap_size_used_bytes'))}`,
      `descriptors ${figure('process_open_fds')}`,
      `handles ${figure('nodejs_active_handles')}`,
      `connections of the database ${connections.rows[0]?.count}`,
      `tables ${megabytes(inAll)}: ${largest.join(', ')}`,
    ].join('; '),
  );
}

function printQuarters(name: string, timings: readonly Timing[], startedAt: number): void {
  const quarters = [0, 1, 2, 3].map((quarter) => {
    const within = timings.filter(({ at }) => Math.min(3, Math.floor((4 * (at - startedAt)) / durationMs)) === quarter);
    if (within.length === 0) return 'none';
    const taken = within.map(({ ms }) => ms);
    return `${percentile(taken, 0.5).toFixed(0)} / ${percentile(taken, 0.95).toFixed(0)} (${within.length})`;
  });
  console.log(`${name}, median / p95 in ms by quarter: ${quarters.join(', ')}`);
}

/** How often there is each kind, behind how many there are in all. */
function countKinds(kinds: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const named = Array.from(counts, ([kind, count]) => `${kind}: ${count}`);
  return `${kinds.length}${named.length > 0 ? ` (${named.join(', ')})` : ''}`;
}

/** The code of the rule that refused, where one did. */
function kindOfFailure(failure: unknown): string {
  if (failure instanceof LoadFailure) return failure.code ?? `answered ${failure.status}`;
  return failure instanceof Error ? failure.message : String(failure);
}

/** The address without what is another each time. */
const kindOfPath = (path: string) => path.replaceAll(/[^/]{24,}/g, '…');

async function measureCapacity(url: string, people: LoadSite['people']): Promise<number> {
  const load = new Load(url, people);
  await runClosedLoop(load.work, { concurrency: AT_ONCE, durationMs: MEASURING_MS / 4 });
  const { taken, seconds, failures } = await runClosedLoop(load.work, {
    concurrency: AT_ONCE,
    durationMs: MEASURING_MS,
  });
  load.close();
  const rate = taken.length / seconds;
  console.log(
    `the machine carries ${rate.toFixed(2)} activations a second, with ${PAGES_PER_ACTIVATION} pages each, failed ${countKinds(failures.map(kindOfFailure))}`,
  );
  return rate;
}

async function endure(site: LoadSite, proxy: Haproxy, database: Client): Promise<void> {
  const [steady, killed] = site.servers;
  if (!steady || !killed) throw new TypeError('there are not two replicas');
  const perSecond = options.rate
    ? Number(options.rate)
    : (await measureCapacity(proxy.url, site.people)) * Number(options.share);
  const countActive = async () =>
    Number(
      (await database.query<{ count: string }>(`SELECT count(*) FROM activation WHERE state = 'active'`)).rows[0]
        ?.count,
    );
  const activeBefore = await countActive();
  const answeredBefore = proxy.requests().length;
  console.log(`${perSecond.toFixed(2)} activations a second for ${options.minutes} minutes`);
  await lookAt('at the beginning', steady, database);

  const load = new Load(proxy.url, site.people);
  const stopKilling = doAgainAndAgain(Number(options['kill-every']) * SECOND, () => killAndLaunch(killed, proxy));
  const startedAt = performance.now();
  const middle = delay(durationMs / 2).then(() => lookAt('in the middle', steady, database));
  const { taken, failures } = await runOpenLoop(load.work, { perSecond, durationMs });
  await middle;
  const kills = await stopKilling();
  await lookAt('at the end', steady, database);

  const answers = proxy.requests().slice(answeredBefore);
  const kindsFailed = answers
    .filter(({ status }) => status >= 500)
    .map(({ status, ended, server, method, path }) => `${status} ${ended} ${server} ${method} ${kindOfPath(path)}`);
  // HAProxy closes the client's connection, and logs nothing, where a server's connection that was used before is cut.
  const cutOff = load.troubles.flatMap(({ method, lost }) => Array.from({ length: lost }, () => method));
  console.log(
    [
      `${taken.length} activations ended well`,
      `did not ${countKinds(failures.map(kindOfFailure))}`,
      `${(await countActive()) - activeBefore} more are active in the database`,
      `${load.pages.length} pages`,
      `of them failed ${countKinds(load.pageFailures.map(kindOfFailure))}`,
      `${kills} kills`,
      `${answers.length} answers`,
      `of 5xx ${countKinds(kindsFailed)}`,
      `sent to the other replica by the proxy ${countKinds(answers.filter(({ retries }) => !/^\+?0$/.test(retries)).map(({ method }) => method))}`,
      `cut off, and sent again by the client ${countKinds(cutOff)}`,
    ].join('; '),
  );
  printQuarters('activation', load.activations, startedAt);
  printQuarters('page', load.pages, startedAt);
  load.close();
}

const programs = findPostgresql();
if (!programs) throw new Error('this needs the programs of a PostgreSQL server');
const postgresql = await startThrowAwayPostgresql(programs, ['fsync=on', 'shared_buffers=512MB']);
const proxy = await Haproxy.prepare();
try {
  const filledAt = performance.now();
  const site = await LoadSite.open({
    people: SIGNED_IN,
    postgresql: postgresql.url,
    replicas: 2,
    env: {
      TESSERA_URL: proxy.url,
      TESSERA_TRUSTED_PROXIES: '1',
      ...(options['step-up'] && { TESSERA_STEP_UP_SECONDS: options['step-up'] }),
    },
    fill: async (client) => {
      await fillUserDirectory(client, DOMAIN, Number(options.people) - SIGNED_IN);
      await fillAuditLog((...statement) => client.$executeRawUnsafe(...statement), Number(options.records), new Date());
      await client.$executeRawUnsafe('ANALYZE');
    },
  });
  const database = new Client({ connectionString: site.databaseUrl ?? '' });
  try {
    console.log(
      `${options.people} people and ${options.records} audit records, filled in ${((performance.now() - filledAt) / SECOND).toFixed(0)} s`,
    );
    await database.connect();
    await proxy.start(site.servers.map(({ url }) => new URL(url).port));
    await renewProofs(database, site.people);
    const stopRenewing = doAgainAndAgain(site.stepUpAgeMs / 2, () => renewProofs(database, site.people));
    await endure(site, proxy, database);
    await stopRenewing();
  } finally {
    await database.end();
    await site.close();
  }
} finally {
  await proxy.stop();
  postgresql.stop();
}
process.exit(0);
