/**
 * What pages that wait cost one process: memory, processor time, answers, and how the site is for everybody else meanwhile;
 * and what those get for whom there is no place.
 *
 *     npx tsx tests/bench/waiting-pages.ts [--database postgresql] [--pages 2000,5000,10000] [--past 500,1500]
 */
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { ActivationId } from '@/lib/shared/identifiers/activation-id';
import { SECOND } from '@/lib/shared/time/duration';
import { findPostgresql } from '../support/databases/find-postgresql';
import { activateOverHttp } from '../support/load/activate-over-http';
import { LoadPage } from '../support/load/load-page';
import type { LoadPerson } from '../support/load/load-people';
import { LoadSite } from '../support/load/load-site';
import { PageCrowd, type WaitingPage } from '../support/load/page-crowd';
import { addWaitingActivations, WAITING_VERSION } from '../support/load/waiting-activations';
import { percentile } from '../support/percentile';
import { poll } from '@/lib/kit/poll';
import { startThrowAwayPostgresql } from '../support/databases/throw-away-postgresql';

/** A page asks once in this time. */
const CYCLE_MS = 25 * SECOND;
const PROBE_EVERY_MS = 200;
const PER_SECOND = 400;
/** Whole activations while all wait, to see when their pages are told. */
const ACTIVATIONS = 20;

const { values: options } = parseArgs({
  options: {
    database: { type: 'string', default: 'embedded' },
    pages: { type: 'string', default: '2000,5000,10000' },
    past: { type: 'string', default: '500,1500' },
  },
});
const counts = options.pages.split(',').map(Number);
const [limit = 500, comers = 1_500] = options.past.split(',').map(Number);

/** What the server says of itself. */
async function heldBy(site: LoadSite): Promise<number> {
  const { body } = await site.client.ask('/api/metrics');
  return Number(/^tessera_waiting_pages (\d+)$/m.exec(body)?.[1]);
}

/** Milliseconds that a probe of the site's health takes, one after the other. */
async function probeHealth(site: LoadSite, forMs: number): Promise<number[]> {
  const taken: number[] = [];
  for (const endsAt = performance.now() + forMs; performance.now() < endsAt; await delay(PROBE_EVERY_MS)) {
    const askedAt = performance.now();
    await site.client.ask('/api/health');
    taken.push(performance.now() - askedAt);
  }
  return taken;
}

/** What the process and the probes of its health cost without anybody who waits, in milliseconds of processor time a second. */
async function measureRest(site: LoadSite): Promise<number> {
  const [processorMs, begunAt] = [await site.processorMs(), performance.now()];
  await probeHealth(site, CYCLE_MS);
  const rest = ((await site.processorMs()) - processorMs) / ((performance.now() - begunAt) / SECOND);
  console.log(`at rest (nobody waits, health is asked for): ${(rest / 10).toFixed(1)} % of a core`);
  return rest;
}

/** Looks at one whole cycle. */
async function watchCycle(site: LoadSite, crowd: PageCrowd) {
  await crowd.report();
  const [processorMs, begunAt] = [await site.processorMs(), performance.now()];
  const probes = await probeHealth(site, CYCLE_MS);
  const seconds = (performance.now() - begunAt) / SECOND;
  const busyMs = (await site.processorMs()) - processorMs;
  const report = await crowd.report();
  return { ...report, probes, seconds, busyMs, held: await heldBy(site) };
}

/** @param rest from `measureRest` */
function say(name: string, seen: Awaited<ReturnType<typeof watchCycle>>, rest: number, more: string[] = []): void {
  const errors = Object.entries(seen.errors).map(([code, count]) => `${count} × ${code}`);
  const words = [
    `${seen.held} held`,
    ...more,
    `${((seen.busyMs / seen.seconds / SECOND) * 100).toFixed(0)} % of a core`,
    `${(seen.answers / seen.seconds).toFixed(0)} answers/s`,
    `${(seen.busyMs / seen.answers).toFixed(2)} ms each, ${((seen.busyMs - rest * seen.seconds) / seen.answers).toFixed(2)} beyond rest`,
    `errors ${errors.length === 0 ? 'none' : errors.join(', ')}`,
    `health p50 ${percentile(seen.probes, 0.5).toFixed(0)} ms, max ${Math.max(...seen.probes).toFixed(0)} ms`,
  ];
  console.log(`${name}: ${words.join('; ')}`);
}

type Opened = { site: LoadSite; pages: WaitingPage[]; others: readonly LoadPerson[] };

async function open(pages: number, waitingPages: number, postgresql: string | undefined): Promise<Opened> {
  let ids: ActivationId[] = [];
  const site = await LoadSite.open({
    people: pages + ACTIVATIONS + 1,
    env: { TESSERA_WAITING_PAGES: String(waitingPages) },
    fill: async (client, people) => {
      ids = await addWaitingActivations(client, people.slice(0, pages));
    },
    ...(postgresql !== undefined && { postgresql }),
  });
  const waiting = site.people.slice(0, pages).map(({ cookie }, index) => ({
    url: `${site.server.url}/api/activations/${ids[index]}/status?after=${WAITING_VERSION}`,
    cookie,
  }));
  return { site, pages: waiting, others: site.people.slice(pages) };
}

/** Memory and cost of pages that are all held. */
async function measureHeld({ site, pages, others }: Opened): Promise<void> {
  const [first, ...people] = others;
  if (!first) throw new TypeError('there is nobody');
  const action = await new LoadPage(site.client, first).findStartAction();
  const crowdOf = async (count: number) => {
    const crowd = new PageCrowd();
    crowd.come(pages.slice(0, count), PER_SECOND);
    await poll(`${count} pages to wait`, async () => (await heldBy(site)) >= count * 0.99);
    return crowd;
  };
  const release = async (crowd: PageCrowd) => {
    await crowd.vanish();
    const goneAt = performance.now();
    await poll('nobody to be held', async () => (await heldBy(site)) === 0);
    return performance.now() - goneAt;
  };
  // What the first ones leave behind for good, such as compiled code, is not what a page costs.
  await release(await crowdOf(Math.min(500, pages.length)));
  await activateOverHttp(site.client, first, action);

  const rest = await measureRest(site);

  for (const count of counts) {
    const before = await site.server.memory();
    const crowd = await crowdOf(count);
    const come = await crowd.report();
    await delay(CYCLE_MS);
    const after = await site.server.memory();
    const seen = await watchCycle(site, crowd);
    const perPage = (kind: 'rss' | 'heapUsed' | 'external') =>
      ((after[kind] - before[kind]) / count / 1_024).toFixed(1);
    say(`${count} pages`, seen, rest, [
      `${perPage('rss')} KB resident each (${perPage('heapUsed')} heap, ${perPage('external')} outside)`,
    ]);
    const told: number[] = [];
    for (const person of people) told.push(await activateOverHttp(site.client, person, action));
    console.log(
      `  meanwhile ${told.length} activations: page told p50 ${percentile(told, 0.5).toFixed(1)} ms, max ` +
        `${Math.max(...told).toFixed(1)} ms after the phone; errors while they came ${JSON.stringify(come.errors)}`,
    );
    console.log(`  all vanished: none held after ${(await release(crowd)).toFixed(0)} ms`);
  }
}

/** What pages get for whom there is no place, and what that costs. */
async function measurePast({ site, pages, others }: Opened): Promise<void> {
  const [first, ...people] = others;
  if (!first) throw new TypeError('there is nobody');
  const action = await new LoadPage(site.client, first).findStartAction();
  await activateOverHttp(site.client, first, action);
  const rest = await measureRest(site);
  const crowd = new PageCrowd();
  crowd.come(pages, PER_SECOND);
  await delay(2 * CYCLE_MS);
  const seen = await watchCycle(site, crowd);
  say(`${comers} pages where ${limit} may wait`, seen, rest);
  const { awayMs } = seen;
  if (awayMs.length > 0) {
    const [shortest, middle] = [Math.min(...awayMs), percentile(awayMs, 0.5)];
    const words = [shortest, middle, Math.max(...awayMs)].map((ms) => (ms / SECOND).toFixed(1)).join(' / ');
    console.log(`  ${awayMs.length} times told to come back in ${words} s (shortest / half / longest)`);
  }
  const told = await Promise.all(people.map((person) => activateOverHttp(site.client, person, action)));
  const [half, longest] = [percentile(told, 0.5), Math.max(...told)].map((ms) => (ms / SECOND).toFixed(1));
  console.log(
    `  ${told.length} activations without a place: page told ${half} s (half), at most ${longest} s after the phone`,
  );
  await crowd.vanish();
}

async function measure(postgresql?: string): Promise<void> {
  const most = Math.max(...counts);
  for (const [pages, places, look] of [
    [most, 2 * most, measureHeld],
    [comers, limit, measurePast],
  ] as const) {
    const opened = await open(pages, places, postgresql);
    try {
      await look(opened);
    } finally {
      await opened.site.close();
    }
  }
}

if (options.database === 'embedded') await measure();
else {
  const programs = findPostgresql();
  if (!programs) throw new Error('no PostgreSQL programs found');
  const server = await startThrowAwayPostgresql(programs, ['fsync=on']);
  try {
    await measure(server.url);
  } finally {
    server.stop();
  }
}
