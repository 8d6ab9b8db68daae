/**
 * What refused sign-ins cost: records and the server's processor time of 1,000 of them, and how long a real sign-in takes
 * while twelve connections go on.
 *
 *     npx tsx tests/bench/limited-sign-ins.ts
 */
import { Client } from 'pg';
import { findPostgresql } from '../support/databases/find-postgresql';
import { percentile } from '../support/percentile';
import { postgresqlEnvironment } from '../support/databases/postgresql-environment';
import { PASSWORD, Server } from '@/lib/kit/server/server';
import { startThrowAwayPostgresql } from '../support/databases/throw-away-postgresql';
import { processorMs } from '../support/load/processor-ms';

const REFUSED = 1_000;
const CONNECTIONS = 12;
const SIGN_INS = 30;

const programs = findPostgresql();
if (programs === null) throw new Error('this takes the programs of a PostgreSQL server');
const postgresql = await startThrowAwayPostgresql(programs);
const env = await postgresqlEnvironment(postgresql.url);
const server = await Server.start({ env: { ...env, TESSERA_TRUSTED_PROXIES: '1' } });
const database = new Client({ connectionString: env.DATABASE_URL });
await database.connect();

/** A browser at the sign-in page. @returns signs in, and answers the code of a refusal, or null */
async function browserAt(address: string): Promise<(userId: string, password: string) => Promise<string | null>> {
  const headers = { 'x-forwarded-for': address };
  const page = await fetch(`${server.url}/api/auth/csrf`, { headers });
  const { csrfToken } = (await page.json()) as { csrfToken: string };
  const cookie = page.headers.getSetCookie().map((text) => text.split(';')[0]);
  return async (userId, password) => {
    const body = new URLSearchParams({ csrfToken, json: 'true', userId, password });
    const answer = await fetch(`${server.url}/api/auth/callback/credentials`, {
      method: 'POST',
      headers: { ...headers, cookie: cookie.join('; '), origin: server.url },
      body,
      redirect: 'manual',
    });
    const { url } = (await answer.json()) as { url: string };
    return new URL(url).searchParams.get('error');
  };
}

async function count(): Promise<number> {
  const { rows } = await database.query<{ count: string }>('SELECT count(*) AS count FROM audit_record');
  return Number(rows[0]?.count);
}

async function measure(): Promise<string> {
  const signIn = await browserAt('192.0.2.1');
  const taken: number[] = [];
  for (let round = 0; round < SIGN_INS; round++) {
    const began = performance.now();
    const refusal = await signIn('jane.doe', PASSWORD);
    if (refusal !== null) throw new Error(refusal);
    taken.push(performance.now() - began);
  }
  return `median ${percentile(taken, 0.5).toFixed(0)} ms, p95 ${percentile(taken, 0.95).toFixed(0)} ms, slowest ${percentile(taken, 1).toFixed(0)} ms`;
}

try {
  console.log(`A real sign-in, alone: ${await measure()}`);
  const guess = await browserAt('198.51.100.1');
  for (let wrong = 0; wrong < 10; wrong++) await guess('helpdesk', `guess ${wrong}`);
  const before = await count();
  const [began, usedBefore] = [performance.now(), await processorMs(server.url)];
  for (let refused = 0; refused < REFUSED; refused++) {
    const code = await guess('helpdesk', `guess ${refused}`);
    if (code !== 'too-many-attempts') throw new Error(`answered ${code}`);
  }
  const each = (performance.now() - began) / REFUSED;
  const processor = ((await processorMs(server.url)) - usedBefore) / REFUSED;
  console.log(
    `${REFUSED} refused sign-ins, one after another: ${each.toFixed(1)} ms each, ${processor.toFixed(2)} ms of processor, ${(await count()) - before} records`,
  );

  const stopping = new AbortController();
  let answered = 0;
  const flood = Array.from({ length: CONNECTIONS }, async () => {
    const attacker = await browserAt('198.51.100.1');
    while (!stopping.signal.aborted) {
      await attacker('helpdesk', 'guess');
      answered++;
    }
  });
  const start = performance.now();
  const during = await measure();
  const rate = (answered / (performance.now() - start)) * 1_000;
  stopping.abort();
  await Promise.all(flood);
  console.log(`A real sign-in, under ${CONNECTIONS} connections of them (${rate.toFixed(0)} a second): ${during}`);
} finally {
  await database.end();
  await server.dispose();
  postgresql.stop();
}
