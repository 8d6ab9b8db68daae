import { allOf, type AuditFilter } from '@/lib/audit/audit-log';
import { verifyInBatches } from '@/lib/audit/verify-audit-chain';
import type { Database } from '@/lib/database/database';
import { openMemoryDatabase } from '@/lib/database/embedded/open-embedded-database';
import { openPostgresql } from '@/lib/database/postgresql/open-postgresql';
import { PrismaActivationStatistics } from '@/lib/database/tables/statistics/prisma-activation-statistics';
import { PrismaAuditLog } from '@/lib/database/tables/audit/prisma-audit-log';
import { readActivationFunnel } from '@/lib/activation/statistics/activation-funnel';
import { systemClock } from '@/lib/shared/time/clock';
import { DAY, SECOND } from '@/lib/shared/time/duration';
import { lastDays } from '@/lib/shared/time/period';
import { EVERY_DOMAIN } from '@/lib/shared/identifiers/user-key';
import { createPostgresqlDatabase } from '../support/databases/create-postgresql-database';
import { fillAuditLog } from '../support/databases/fill-audit-log';
import { findPostgresql } from '../support/databases/find-postgresql';
import { percentile } from '../support/percentile';
import { startThrowAwayPostgresql } from '../support/databases/throw-away-postgresql';
import { TEST_CHAIN_KEYS, testAppender } from '../support/test-chain';

/** Rows: an installation of 100,000 people over 90 days, with the audit records that they leave. */
const SIZES = {
  PostgreSQL: { activations: 200_000, records: 1_000_000 },
  PGlite: { activations: 20_000, records: 100_000 },
};
const NOW = new Date('2026-05-04T12:00:00Z');

await onPglite();
await onPostgresql();

async function onPglite(): Promise<void> {
  const database = await openMemoryDatabase();
  await measure(database);
  await database.close();
}

async function onPostgresql(): Promise<void> {
  const programs = findPostgresql();
  if (!programs) return console.log('no PostgreSQL programs found');
  const server = await startThrowAwayPostgresql(programs);
  try {
    const database = await openPostgresql(await createPostgresqlDatabase(server.url), (error) => console.error(error));
    await measure(database);
    await database.close();
  } finally {
    server.stop();
  }
}

async function measure(database: Database): Promise<void> {
  const { activations, records } = SIZES[database.kind];
  await addActivations(database, activations);
  await fillAuditLog((...statement) => database.client.$executeRawUnsafe(...statement), records, NOW);
  await database.client.$executeRawUnsafe('ANALYZE');
  console.log(`\n${database.kind}: ${activations} activations, ${records} audit records`);
  await measureNumbers(database);
  await measureLists(database, records);
  await measureVerification(database);
}

async function measureNumbers({ client }: Database): Promise<void> {
  const numbers = new PrismaActivationStatistics(client);
  for (const days of [1, 7, 30, 90]) {
    await report(`funnel of ${days} days`, 10, () =>
      readActivationFunnel(numbers, { period: lastDays(days, NOW), domain: EVERY_DOMAIN }),
    );
  }
}

async function measureLists(database: Database, records: number): Promise<void> {
  const log = new PrismaAuditLog(database, systemClock, testAppender());
  const all = allOf(lastDays(90, NOW), EVERY_DOMAIN);
  const list = (filter: Partial<AuditFilter>, after: number | null = null) =>
    log.list({ ...all, ...filter }, { order: 'newest-first', after, limit: 51 });
  await report('audit log, newest page', 20, () => list({}));
  await report('audit log, a page from the middle', 20, () => list({}, Math.floor(records / 2)));
  await report('audit log, a day two months ago', 20, () =>
    list({ period: lastDays(1, new Date(NOW.getTime() - 60 * DAY)) }),
  );
  await report('audit log, the rarest event', 20, () => list({ type: 'audit-log-verified' }));
  await report('audit log, one person', 20, () => list({ subjectUserId: 'person.77' }));
  await report('audit log, a text that nothing mentions', 20, () => list({ text: 'nobody.at.all' }));
  await report('audit log, one actor and event', 20, () => list({ actorUserId: 'person.77', type: 'image-viewed' }));
}

/**
 * Between two batches everybody else in the process gets a turn. How long a batch keeps them waiting is given in processor
 * time, which other programs on the machine do not make longer.
 */
async function measureVerification(database: Database): Promise<void> {
  const verification = verifyInBatches(new PrismaAuditLog(database, systemClock, testAppender()), TEST_CHAIN_KEYS);
  const busyMs: number[] = [];
  const start = performance.now();
  for (;;) {
    const before = process.cpuUsage();
    const { done, value } = await verification.next();
    const { user, system } = process.cpuUsage(before);
    if (done) {
      if (!value.intact) throw new Error(`record ${value.sequenceNumber} ${value.problem}`);
      break;
    }
    busyMs.push((user + system) / 1_000);
  }
  const seconds = (performance.now() - start) / SECOND;
  const total = busyMs.reduce((sum, one) => sum + one, 0) / SECOND;
  console.log(
    `verification: ${seconds.toFixed(1)} s, of them ${total.toFixed(1)} s of processor time; ` +
      `a batch keeps the process busy for median ${percentile(busyMs, 0.5).toFixed(0)} ms, p99 ${percentile(busyMs, 0.99).toFixed(0)} ms, at most ${Math.max(...busyMs).toFixed(0)} ms`,
  );
}

async function report(name: string, times: number, run: () => Promise<unknown>): Promise<void> {
  await run();
  const taken: number[] = [];
  for (let round = 0; round < times; round++) {
    const start = performance.now();
    await run();
    taken.push(performance.now() - start);
  }
  console.log(`${name}: median ${percentile(taken, 0.5).toFixed(1)} ms, p95 ${percentile(taken, 0.95).toFixed(1)} ms`);
}

/** Spread over 90 days; of ten, one is not looked at, one not scanned, one is stopped at the PIN, and seven are active. */
async function addActivations({ client }: Database, count: number): Promise<void> {
  await client.$executeRaw`
    INSERT INTO activation (id, user_id, domain, version, state, requested_at, issued_at, shown_at, scanned_at,
      verified_at, linked_at, active_at, ended_at, instance_id)
    SELECT 'act-' || md5(n::text), 'person.' || n % 100000, 'example.org', 7,
      CASE WHEN n % 10 < 3 THEN 'expired' ELSE 'active' END, start, start + interval '20 milliseconds',
      CASE WHEN n % 10 >= 1 THEN start + interval '1 second' END,
      CASE WHEN n % 10 >= 2 THEN start + interval '1 second' * (5 + n % 40) END,
      CASE WHEN n % 10 >= 2 THEN start + interval '1 second' * (6 + n % 40) END,
      CASE WHEN n % 10 >= 2 THEN start + interval '1 second' * (7 + n % 40) END,
      CASE WHEN n % 10 >= 3 THEN start + interval '1 second' * (20 + n % 90) END,
      start + interval '5 minutes', CASE WHEN n % 10 >= 3 THEN 'VDS0000001-1' END
    FROM generate_series(1, ${count}::int) AS n,
      LATERAL (SELECT ${NOW}::timestamptz - interval '90 days' * n / ${count}::int AS start) AS s`;
}
