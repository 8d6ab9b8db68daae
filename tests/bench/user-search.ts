import { performance } from 'node:perf_hooks';
import { searchWords } from '@/lib/accounts/users/search-terms';
import { openPostgresql } from '@/lib/database/postgresql/open-postgresql';
import { PrismaUserDirectory } from '@/lib/database/tables/accounts/prisma-user-directory';
import { findRarest, searchQuery } from '@/lib/database/search-users';
import type { Database } from '@/lib/database/database';
import { Prisma, type PrismaClient } from '@/lib/generated/prisma/client';
import { systemClock } from '@/lib/shared/time/clock';
import { fillUserDirectory, person } from '../support/databases/fill-user-directory';
import { findPostgresql } from '../support/databases/find-postgresql';
import { percentile } from '../support/percentile';
import { startThrowAwayPostgresql } from '../support/databases/throw-away-postgresql';
import { testPersister } from '../support/test-chain';

/*
 * How long the helpdesk's search takes in a directory of 100,000 people, on PostgreSQL: in the database alone, as it
 * says itself, and through the port with the people looked up. Names are skewed, as names are: the most common beginning
 * of two letters is that of thousands.
 */

const PEOPLE = 100_000;
const SEARCHES = 400;
const DOMAIN = 'example.org';

/** The one drawn for a search, of all people alike. */
function drawn(search: number) {
  return person((search * 7_919) % PEOPLE);
}

const nameOf = (search: number, word: number) => drawn(search).displayName.split(' ')[word] ?? '';

const KINDS: Record<string, (search: number) => string> = {
  'two letters': (search) => nameOf(search, search % 2).slice(0, 2),
  'four letters': (search) => nameOf(search, search % 2).slice(0, 4),
  'both names': (search) => drawn(search).displayName,
  'two letters of both names': (search) => [0, 1].map((word) => nameOf(search, word).slice(0, 2)).join(' '),
  'user ID': (search) => drawn(search).userId,
  'mail address': (search) => drawn(search).mailAddresses[0] ?? '',
  'a common and a rare beginning': () => 'an zb',
  'two common beginnings': () => 'an be',
  nobody: (search) => `nobody${search}`,
};

/** What the database says of its own time; with several words, the time until it has said which is the rarest is added. */
async function databaseMs(client: PrismaClient, typed: string): Promise<{ ms: number; plan: string }> {
  const start = performance.now();
  const words = searchWords(typed);
  const lead = await findRarest(client, DOMAIN, words);
  const choosingMs = words.length > 1 ? performance.now() - start : 0;
  const query = searchQuery(DOMAIN, words, lead, null, null);
  const rows = await client.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`EXPLAIN ANALYZE ${query}`);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  const times = [...plan.matchAll(/(?:Planning|Execution) Time: ([\d.]+) ms/g)].map(([, ms]) => Number(ms));
  return { ms: times.reduce((sum, ms) => sum + ms, choosingMs), plan };
}

async function measure({ client, sql }: Database): Promise<void> {
  const directory = new PrismaUserDirectory({ client, sql }, systemClock, testPersister(systemClock), []);
  const all: number[] = [];
  for (const [kind, typed] of Object.entries(KINDS)) {
    const [database, port]: [number[], number[]] = [[], []];
    let [found, scans] = [0, 0];
    for (let search = 0; search < SEARCHES; search++) {
      const text = typed(search);
      const start = performance.now();
      found += (await directory.search(DOMAIN, searchWords(text), null)).users.length;
      port.push(performance.now() - start);
      const { ms, plan } = await databaseMs(client, text);
      if (plan.includes('Seq Scan')) scans += 1;
      database.push(ms);
    }
    all.push(...database);
    const figures = [database, port].map((times) => [0.5, 0.95, 1].map((share) => percentile(times, share).toFixed(1)));
    console.log(
      `${kind.padEnd(42)} found ${(found / SEARCHES).toFixed(1).padStart(4)}  database ${figures[0]?.join(' / ')} ms  port ${figures[1]?.join(' / ')} ms  whole-table scans ${scans}`,
    );
  }
  console.log(
    `all searches at the database: p95 ${percentile(all, 0.95).toFixed(1)} ms (median / p95 / slowest above)`,
  );
  console.log((await databaseMs(client, 'an be')).plan);
}

const programs = findPostgresql();
if (!programs) throw new Error('no PostgreSQL programs were found');
const postgresql = await startThrowAwayPostgresql(programs);
try {
  const database = await openPostgresql(postgresql.url, console.error);
  const start = performance.now();
  await fillUserDirectory(database.client, DOMAIN, PEOPLE);
  const terms = await database.client.userSearchTerm.count();
  console.log(`${PEOPLE} people, ${terms} words, filled in ${Math.round((performance.now() - start) / 1_000)} s`);
  await measure(database);
  await database.close();
} finally {
  postgresql.stop();
}
