/**
 * How long after the commit of a disable its user is out on another replica: their session is found no more, and the long
 * poll that was open there has its answer. Two replicas on one PostgreSQL server.
 *
 *     npx tsx tests/bench/disabled-out.ts [rounds]
 */
import { disableAccount } from '@/lib/helpdesk/administration/change-account';
import type { AccountPorts } from '@/lib/helpdesk/administration/administration-ports';
import { generateSessionId } from '@/lib/accounts/sessions/session';
import { followActivation } from '@/lib/activation/following/follow-activation';
import { RecentPolls } from '@/lib/activation/following/recent-polls';
import { openPostgresql } from '@/lib/database/postgresql/open-postgresql';
import { PrismaAccountStore } from '@/lib/database/tables/administration/prisma-account-store';
import { PrismaPollFacts } from '@/lib/database/tables/activation/prisma-poll-facts';
import { PrismaUserDirectory } from '@/lib/database/tables/accounts/prisma-user-directory';
import { systemRandom } from '@/lib/shared/random';
import { systemClock } from '@/lib/shared/time/clock';
import { HOUR } from '@/lib/shared/time/duration';
import { createPostgresqlDatabase } from '../support/databases/create-postgresql-database';
import { findPostgresql } from '../support/databases/find-postgresql';
import { startThrowAwayPostgresql } from '../support/databases/throw-away-postgresql';
import { activationInEveryState } from '../support/doubles/fake-activations';
import { databaseHelpdeskStores } from '../support/doubles/fake-helpdesk-stores';
import { Latch } from '@/lib/kit/latch';
import { percentile } from '../support/percentile';
import { testPersister } from '../support/test-chain';

const ROUNDS = Number(process.argv[2] ?? 200);
const DOMAIN = 'example.org';
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };

async function persistNothing(): Promise<void> {}

function figures(times: number[]): string {
  const [median, p95, slowest] = [0.5, 0.95, 1].map((share) => percentile(times, share).toFixed(1));
  return `median ${median} ms, p95 ${p95} ms, slowest ${slowest} ms`;
}

const programs = findPostgresql();
if (programs === null) throw new Error('PostgreSQL is not installed');
const server = await startThrowAwayPostgresql(programs);
const url = await createPostgresqlDatabase(server.url);
const [here, there] = await Promise.all([openPostgresql(url, console.error), openPostgresql(url, console.error)]);
try {
  const [stores, remote] = [databaseHelpdeskStores(here, systemClock), databaseHelpdeskStores(there, systemClock)];
  const ports: AccountPorts = {
    ...stores,
    accounts: new PrismaAccountStore(here, persistNothing, []),
    clock: systemClock,
  };
  const users = new PrismaUserDirectory(here, systemClock, testPersister(systemClock), [], CHEAP);
  const polls = new RecentPolls(new PrismaPollFacts(there.sql, systemClock, null, HOUR), there.changeFeed);
  const [found, answered]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const userId = `person.${round}`;
    const user = { userId, domain: DOMAIN };
    const names = { displayName: userId, mailAddresses: [], language: 'en', group: null } as const;
    await users.add({ ...user, ...names, roles: ['user'], password: 'correct horse battery' });
    const now = systemClock.now();
    const { requested } = activationInEveryState(userId);
    await stores.activations.create(requested, null, new Date(now.getTime() + HOUR), []);
    const session = {
      id: generateSessionId(systemRandom),
      ...user,
      createdAt: now,
      lastSeenAt: now,
      proofs: { password: now },
      trace: { browser: 'Firefox on Linux', network: null },
      expiresAt: new Date(now.getTime() + HOUR),
      invitationId: null,
    };
    if (!(await stores.sessions.create(session, await stores.sessions.epochOf(user)))) throw new Error('no session');
    const held = new Latch();
    const poll = { sessionId: session.id, activationId: requested.id };
    const hold = () => (held.open(), new AbortController().signal);
    const following = followActivation({ polls, changeFeed: there.changeFeed }, poll, requested.version, hold).then(
      (followed) => ({ followed, at: performance.now() }),
    );
    await held.opened;
    const disabled = await disableAccount(ports, null, user, { correlationId: 'bench', address: null });
    const committedAt = performance.now();
    if (!disabled.ok) throw new Error(disabled.refusal);
    while ((await remote.sessions.find(session.id, systemClock.now())) !== null);
    found.push(performance.now() - committedAt);
    const { followed, at } = await following;
    if (followed.ok || followed.refusal !== 'signed-out') throw new Error('the long poll was not ended');
    answered.push(Math.max(0, at - committedAt));
  }
  console.log(`disabled → out on another replica, ${ROUNDS} users, PostgreSQL ${server.version}:`);
  console.log(`  the session is found no more: ${figures(found)}`);
  console.log(`  the open long poll is answered "signed out": ${figures(answered)}`);
} finally {
  await Promise.all([here.close(), there.close()]);
  server.stop();
}
