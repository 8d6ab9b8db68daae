/**
 * How many whole activations one process makes in a second, and what happens when more are asked of it. Phones, pages and
 * the database take their share of the same machine.
 *
 *     npx tsx tests/bench/activations.ts [--database embedded] [--seconds 10] [--concurrency 1,4,8,16] [--no-overload]
 *       [--statements] [--html]
 */
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { SECOND } from '@/lib/shared/time/duration';
import { findPostgresql } from '../support/databases/find-postgresql';
import { activateOverHttp } from '../support/load/activate-over-http';
import { Crowd } from '../support/load/crowd';
import { LoadPage } from '../support/load/load-page';
import type { LoadPerson } from '../support/load/load-people';
import { LoadSite } from '../support/load/load-site';
import { runClosedLoop, runOpenLoop, type LoadOutcome } from '../support/load/run-load';
import { COUNTING_SETTINGS, StatementCount } from '../support/load/statement-count';
import { percentile } from '../support/percentile';
import { startThrowAwayPostgresql } from '../support/databases/throw-away-postgresql';

const PEOPLE = 2_000;
const PAGE_EVERY_MS = 250;

const { values: options } = parseArgs({
  options: {
    database: { type: 'string', default: 'postgresql' },
    seconds: { type: 'string', default: '10' },
    concurrency: { type: 'string', default: '1,4,8,16' },
    'no-overload': { type: 'boolean', default: false },
    statements: { type: 'boolean', default: false },
    html: { type: 'boolean', default: false },
  },
});
const durationMs = Number(options.seconds) * SECOND;

/** Milliseconds that each answered page took, and how many were refused for now. */
type Pages = { taken: number[]; refused: number };

/** Asks for a page again and again until it is stopped. */
function watchPage(site: LoadSite, { cookie }: LoadPerson): () => Promise<Pages> {
  const pages: Pages = { taken: [], refused: 0 };
  const stopping = new AbortController();
  const watching = (async () => {
    while (!stopping.signal.aborted) {
      const askedAt = performance.now();
      const { status } = await site.client.askOnce('/activations/new', { headers: { cookie } });
      if (status === 200) pages.taken.push(performance.now() - askedAt);
      else if (status === 503) pages.refused += 1;
      else throw new Error(`a page was answered ${status}`);
      await delay(PAGE_EVERY_MS, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();
  return async () => {
    stopping.abort();
    await watching;
    return pages;
  };
}

async function measure(site: LoadSite, statements: StatementCount | null): Promise<void> {
  const [observer, ...others] = site.people;
  if (!observer) throw new TypeError('there is nobody');
  const crowd = new Crowd(others);
  const action = await new LoadPage(site.client, observer).findStartAction();
  const activate = () =>
    crowd.lend(async (person) => {
      if (options.html) await new LoadPage(site.client, person).open('/activations/new');
      await activateOverHttp(site.client, person, action);
    });

  const watched = async (load: () => Promise<LoadOutcome>) => {
    await statements?.reset();
    const processorMs = await site.processorMs();
    const stop = watchPage(site, observer);
    const refusals = site.client.refusals;
    const outcome = await load();
    const pages = await stop();
    const { length: count } = outcome.taken;
    const sent = await statements?.read();
    return {
      ...outcome,
      pages,
      refusals: site.client.refusals - refusals,
      rate: count / outcome.seconds,
      processorMs: ((await site.processorMs()) - processorMs) / count,
      statements: sent && sent.reduce((sum, { calls }) => sum + calls, 0) / count,
      sent: sent ?? [],
    };
  };
  type Watched = Awaited<ReturnType<typeof watched>>;
  const line = (name: string, { taken, rate, processorMs, pages, failures, ...seen }: Watched) => {
    const words = [
      name.padEnd(22),
      `${rate.toFixed(1)}/s`,
      `p50 ${percentile(taken, 0.5).toFixed(0)} ms`,
      `p95 ${percentile(taken, 0.95).toFixed(0)} ms`,
      `server ${processorMs.toFixed(0)} ms each`,
      ...(seen.statements === undefined ? [] : [`${seen.statements.toFixed(0)} statements each`]),
      `page p95 ${percentile(pages.taken, 0.95).toFixed(0)} ms (${pages.taken.length})`,
      `pages refused ${pages.refused}`,
      `refused ${seen.refusals}`,
      `failed ${failures.length}`,
    ];
    console.log(words.join(', '));
    for (const failure of failures.slice(0, 3)) console.log('   ', String(failure).slice(0, 300));
  };

  await runClosedLoop(activate, { concurrency: 4, durationMs: Math.min(5 * SECOND, durationMs) });
  let best = 0;
  for (const concurrency of options.concurrency.split(',').map(Number)) {
    const seen = await watched(() => runClosedLoop(activate, { concurrency, durationMs }));
    line(`${concurrency} at a time`, seen);
    best = Math.max(best, seen.rate);
    if (options.statements && concurrency === 4) printStatements(seen);
  }
  if (options['no-overload']) return;
  for (const [name, share] of [
    ['half', 0.5],
    ['once', 1],
    ['twice', 2],
  ] as const) {
    const perSecond = best * share;
    line(
      `${name}: ${perSecond.toFixed(1)}/s asked`,
      await watched(() => runOpenLoop(activate, { perSecond, durationMs })),
    );
  }
}

function printStatements({ sent, taken }: { sent: Awaited<ReturnType<StatementCount['read']>>; taken: number[] }) {
  for (const { query, calls, milliseconds } of sent.slice(0, 50)) {
    const each = (calls / taken.length).toFixed(2).padStart(7);
    console.log(
      `${each}  ${(milliseconds / taken.length).toFixed(2).padStart(6)} ms  ${query.replaceAll(/\s+/g, ' ').slice(0, 150)}`,
    );
  }
}

async function onEmbedded(): Promise<void> {
  const site = await LoadSite.open({ people: PEOPLE });
  try {
    await measure(site, null);
  } finally {
    await site.close();
  }
}

async function onPostgresql(): Promise<void> {
  const programs = findPostgresql();
  if (!programs) throw new Error('no PostgreSQL programs found');
  const server = await startThrowAwayPostgresql(programs, ['fsync=on', ...COUNTING_SETTINGS]);
  try {
    const site = await LoadSite.open({ people: PEOPLE, postgresql: server.url });
    const statements = await StatementCount.open(site.databaseUrl ?? '');
    try {
      await measure(site, statements);
    } finally {
      await statements.close();
      await site.close();
    }
  } finally {
    server.stop();
  }
}

await (options.database === 'embedded' ? onEmbedded() : onPostgresql());
