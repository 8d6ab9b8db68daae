/**
 * What people and phones notice of a clock that jumps an hour, forward or back, while pages wait and activations are under
 * way. It is the clock of the process; the database's own stays.
 *
 *     npx tsx tests/bench/clock-jump.ts [--pages 100] [--activations 20]
 */
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { isUnchangedStatus } from '@/components/site/following/followed-kind';
import { isPendingState } from '@/lib/activation/activation';
import { HOUR, SECOND } from '@/lib/shared/time/duration';
import { findPostgresql } from '../support/databases/find-postgresql';
import { activateOverHttp } from '../support/load/activate-over-http';
import { LoadPage } from '../support/load/load-page';
import { LoadSite } from '../support/load/load-site';
import { PatientClient } from '../support/load/patient-client';
import { startThrowAwayPostgresql } from '../support/databases/throw-away-postgresql';

const { values: options } = parseArgs({
  options: { pages: { type: 'string', default: '100' }, activations: { type: 'string', default: '20' } },
});
const pages = Number(options.pages);
const activations = Number(options.activations);

async function measure(name: string, jumpMs: number, postgresql: string): Promise<void> {
  const site = await LoadSite.open({ people: pages + activations + 1, postgresql });
  const client = new PatientClient(site.server.url);
  try {
    const [later, ...people] = site.people;
    if (!later || site.databaseUrl === null) throw new TypeError('a site without people or a database');
    const action = await new LoadPage(client, later).findStartAction();
    const told: { state: string; at: number }[] = [];
    for (const person of people.slice(activations)) {
      const page = new LoadPage(client, person);
      const id = await page.start(action);
      const status = await page.status(id, -1);
      void (async () => {
        let state = status.state;
        while (isPendingState(state)) {
          const answer = await page.status(id, status.version);
          if (!isUnchangedStatus(answer)) state = answer.state;
        }
        told.push({ state, at: performance.now() });
      })().catch(() => {});
    }
    client.troubles.length = 0;

    const underWay = people.slice(0, activations).map(async (person, index) => {
      await delay((index * 2 * SECOND) / activations);
      await activateOverHttp(client, person, action);
    });
    const ended = Promise.allSettled(underWay);
    await delay(SECOND);
    site.server.clock.advance(jumpMs);
    const jumpedAt = performance.now();
    const outcomes = await ended;
    const words = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? 'active' : String(outcome.reason)));
    await typedPasswordAgain(site.databaseUrl, later.userId, jumpMs);
    const again = await activateOverHttp(client, later, action).then(() => 'works', String);
    const againAt = performance.now();
    await delay(5 * SECOND);
    console.log(
      [
        name,
        `${told.length} of ${pages} pages told (${[...new Set(told.map(({ state }) => state))].join(', ') || 'nothing'})` +
          (told.length === 0 ? '' : `, the last after ${seconds(Math.max(...told.map(({ at }) => at)) - jumpedAt)}`),
        `under way: ${count(words)}`,
        `a new activation ${again}, ${seconds(againAt - jumpedAt)} after the jump`,
        `failures of the server: ${client.troubles.flatMap(({ statuses }) => statuses).length}`,
      ].join('; '),
    );
    const errors = site.server.output.split('\n').filter((line) => line.includes('"level":50'));
    console.log(`  ${errors.length} errors in the log`, errors.slice(0, 2).join('\n').slice(0, 1_000));
  } finally {
    client.close();
    await site.close();
  }
}

/** Whoever starts has typed a password lately; these people have none. */
async function typedPasswordAgain(url: string, userId: string, jumpMs: number): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const at = new Date(Date.now() + jumpMs);
  await client.query('UPDATE session SET authenticated_at = $1 WHERE user_id = $2', [at, userId]);
  await client.end();
}

function count(words: readonly string[]): string {
  const kinds = [...new Set(words.map((word) => word.replaceAll(/act-[0-9a-f]+/g, '…')))];
  return kinds
    .map((kind) => `${words.filter((word) => word.replaceAll(/act-[0-9a-f]+/g, '…') === kind).length} ${kind}`)
    .join(', ');
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / SECOND).toFixed(1)} s`;
}

const programs = findPostgresql();
if (!programs) throw new Error('this needs the programs of a PostgreSQL server');
const server = await startThrowAwayPostgresql(programs, ['fsync=on']);
try {
  await measure('an hour forward', HOUR, server.url);
  await measure('an hour back', -HOUR, server.url);
} finally {
  server.stop();
}
process.exit(0);
