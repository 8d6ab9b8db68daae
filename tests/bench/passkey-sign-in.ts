/**
 * How long the server takes to sign somebody in with a passkey, beside a password, on PGlite with everything that is stored
 * and recorded. The time of the authenticator does not count.
 *
 *     npx tsx tests/bench/passkey-sign-in.ts
 */
import { newSession } from '../support/new-session';
import { beginPasskeySignIn, finishPasskeySignIn } from '@/lib/accounts/passkeys/sign-in-with-passkey';
import { generatePasskeyId } from '@/lib/accounts/passkeys/passkey';
import { parseRegistrationAnswer } from '@/lib/accounts/passkeys/passkey-answer';
import { generateChallenge, registrationOptions } from '@/lib/accounts/passkeys/passkey-options';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import { SimpleWebAuthnVerifier } from '@/lib/server/composition/simple-web-authn-verifier';
import { openMemoryDatabase } from '@/lib/database/embedded/open-embedded-database';
import { PrismaAuditLog } from '@/lib/database/tables/audit/prisma-audit-log';
import { PrismaPasskeyStore } from '@/lib/database/tables/accounts/prisma-passkey-store';
import { PrismaSessionStore } from '@/lib/database/tables/accounts/prisma-session-store';
import { PrismaUserDirectory } from '@/lib/database/tables/accounts/prisma-user-directory';
import { systemClock } from '@/lib/shared/time/clock';
import { fakeAccess, JANE, RELYING_PARTY } from '../support/doubles/fake-access-ports';
import { SoftwareAuthenticator } from '@/lib/kit/door/software-authenticator';
import { percentile } from '../support/percentile';
import { testAppender, testPersister } from '../support/test-chain';

const ROUNDS = 200;
const ORIGIN = { correlationId: 'bench', address: null };

const database = await openMemoryDatabase();
const users = new PrismaUserDirectory(database, systemClock, testPersister(systemClock), []);
const ports = {
  ...(await fakeAccess()),
  users,
  sessions: new PrismaSessionStore(database),
  audit: new PrismaAuditLog(database, systemClock, testAppender()),
  clock: systemClock,
  passkeys: {
    store: new PrismaPasskeyStore(database.client),
    verifier: new SimpleWebAuthnVerifier(),
    relyingParty: RELYING_PARTY,
  },
};
await users.add(JANE);
const authenticator = new SoftwareAuthenticator(RELYING_PARTY.origin);
await register();

type Cost = { ms: number; processorMs: number };

const taken = { challenge: [] as Cost[], passkey: [] as Cost[], password: [] as Cost[] };
for (let round = 0; round < ROUNDS; round++) {
  // A browser of its own each time: what is measured is no limit.
  const holder = `browser ${round}`;
  const begun = await timed('challenge', () =>
    beginPasskeySignIn(ports, { holder, knownBrowser: holder as never }, ORIGIN),
  );
  if (!begun.ok) throw new Error(begun.refusal);
  const answer = authenticator.answer(begun.value);
  const entered = await timed('passkey', () => finishPasskeySignIn(ports, answer, holder, ORIGIN, () => true));
  if (!entered.ok) throw new Error(entered.refusal);
  const typed = await timed('password', () => signIn(ports, JANE, ORIGIN, holder as never));
  if (!typed.ok) throw new Error(typed.refusal);
}
for (const [what, costs] of Object.entries(taken)) {
  const ms = costs.map((cost) => cost.ms);
  const processorMs = costs.map((cost) => cost.processorMs);
  const figures = [percentile(ms, 0.5), percentile(ms, 0.95), percentile(processorMs, 0.5)];
  const [median, p95, processor] = figures.map((figure) => figure.toFixed(1));
  console.log(
    `${what}: median ${median} ms, p95 ${p95} ms; of processor time, the database’s included, ${processor} ms`,
  );
}
await database.close();

async function timed<Result>(what: keyof typeof taken, work: () => Promise<Result>): Promise<Result> {
  const start = performance.now();
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  taken[what].push({ ms: performance.now() - start, processorMs: (user + system) / 1_000 });
  return result;
}

async function register(): Promise<void> {
  const challenge = generateChallenge(ports, 'registration', 'bench');
  const options = registrationOptions(RELYING_PARTY, challenge, 'aGFuZGxl', JANE, []);
  const answer = parseRegistrationAnswer(authenticator.register(options));
  const credential =
    answer && (await ports.passkeys.verifier.verifyRegistration(answer, challenge.challenge, RELYING_PARTY));
  if (!credential) throw new Error('no passkey was made');
  const { userId, domain } = JANE;
  const id = generatePasskeyId(ports.random);
  const about = { id, userId, domain, number: 1, userHandle: 'aGFuZGxl', transports: [], name: 'Bench' };
  const now = systemClock.now();
  const session = newSession(JANE, now);
  await ports.sessions.create(session, await ports.sessions.epochOf(JANE));
  const passkey = { ...credential, ...about, createdAt: now, trustedFrom: null, lastUsedAt: null };
  await ports.passkeys.store.add(passkey, { id: session.id, now });
}
