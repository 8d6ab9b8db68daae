/**
 * What one process takes of the machine's memory: at rest, and after it has been attacked and used. Nothing is collected by
 * force, because nobody does that to a server that runs.
 *
 *     npx tsx tests/bench/memory.ts [--database embedded|postgresql] [--hostile 20000] [--activations 1000]
 */
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { SECOND } from '@/lib/shared/time/duration';
import { findPostgresql } from '../support/databases/find-postgresql';
import { activateOverHttp } from '../support/load/activate-over-http';
import { hostileRequest } from '../support/load/hostile-request';
import { LoadPage } from '../support/load/load-page';
import { LoadSite } from '../support/load/load-site';
import { startThrowAwayPostgresql } from '../support/databases/throw-away-postgresql';

const HOSTILE_AT_ONCE = 64;
const ACTIVATIONS_AT_ONCE = 8;
/** How long a process is left alone before it counts as being at rest. */
const REST_MS = 10 * SECOND;
const SAMPLE_EVERY_MS = SECOND;

const { values: options } = parseArgs({
  options: {
    database: { type: 'string', default: 'embedded' },
    hostile: { type: 'string', default: '20000' },
    activations: { type: 'string', default: '1000' },
  },
});

/** Megabytes that are resident. */
async function residentMegabytes({ client }: LoadSite): Promise<number> {
  const { body } = await client.ask('/api/metrics');
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(body)?.[1]) / 1024 ** 2;
}

/** Does a number of things, some at a time. */
async function inParallel(count: number, atOnce: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function measure(site: LoadSite): Promise<void> {
  await delay(REST_MS);
  const atRest = await residentMegabytes(site);
  console.log(`at rest after its start: ${atRest.toFixed(0)} MB`);
  const phase = async (name: string, work: () => Promise<void>) => {
    const startedAt = performance.now();
    let highest = 0;
    const working = new AbortController();
    const sampling = (async () => {
      while (!working.signal.aborted) {
        // One that is not answered in the crush is as good as none.
        highest = Math.max(highest, await residentMegabytes(site).catch(() => 0));
        await delay(SAMPLE_EVERY_MS, undefined, { signal: working.signal }).catch(() => {});
      }
    })();
    await work();
    working.abort();
    await sampling;
    const seconds = (performance.now() - startedAt) / SECOND;
    await delay(REST_MS);
    const after = await residentMegabytes(site);
    console.log(
      `${name} in ${seconds.toFixed(0)} s: at most ${highest.toFixed(0)} MB, ${after.toFixed(0)} MB at rest afterwards, ${(after / atRest).toFixed(2)} times`,
    );
  };
  const hostile = Number(options.hostile);
  const statuses = new Map<number, number>();
  await phase(`${hostile} hostile requests, ${HOSTILE_AT_ONCE} at a time`, () =>
    inParallel(hostile, HOSTILE_AT_ONCE, async (index) => {
      const status = await hostileRequest(site.client, index);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }),
  );
  console.log(`  answered ${Array.from(statuses, ([status, count]) => `${status}: ${count}`).join(', ')} (0: cut off)`);

  const [observer, ...people] = site.people;
  if (!observer) throw new TypeError('there is nobody');
  const action = await new LoadPage(site.client, observer).findStartAction();
  const activations = Number(options.activations);
  let failed = 0;
  await phase(`${activations} activations, ${ACTIVATIONS_AT_ONCE} at a time`, () =>
    inParallel(activations, ACTIVATIONS_AT_ONCE, async (index) => {
      const person = people[index];
      if (person) await activateOverHttp(site.client, person, action).catch(() => (failed += 1));
    }),
  );
  console.log(`  ${failed} of them failed`);
}

async function run(postgresql?: string): Promise<void> {
  const people = Number(options.activations) + 1;
  const site = await LoadSite.open({ people, ...(postgresql !== undefined && { postgresql }) });
  try {
    await measure(site);
  } finally {
    await site.close();
  }
}

if (options.database === 'embedded') await run();
else {
  const programs = findPostgresql();
  if (!programs) throw new Error('no PostgreSQL programs found');
  const server = await startThrowAwayPostgresql(programs);
  try {
    await run(server.url);
  } finally {
    server.stop();
  }
}
