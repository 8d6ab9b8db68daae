/**
 * What the relay adds to the calls of phones: 20 at once make the four connections, in turns without and with it. The
 * gateway behind both answers without computing anything, to the relay over TLS. Each step that the relay sees is kept in
 * PostgreSQL.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { fault } from '@/lib/kit/faults/fault';
import { issue, type Requested, type Ciphertext } from '@/lib/activation/activation';
import { generateActivationId } from '@/lib/shared/identifiers/activation-id';
import { openPostgresql } from '@/lib/database/postgresql/open-postgresql';
import { PrismaActivationStore } from '@/lib/database/tables/activation/prisma-activation-store';
import { authorizationFor } from '@/lib/gateways/embedded/engine/api-key';
import { systemClock } from '@/lib/shared/time/clock';
import { HOUR } from '@/lib/shared/time/duration';
import { randomText, systemRandom } from '@/lib/shared/random';
import { findPostgresql } from '../support/databases/find-postgresql';
import { jsonReply } from '@/lib/kit/faults/reply';
import { startOnespanServer } from '@/lib/kit/gateways/start-onespan-server';
import { oneSpanEnvironment } from '@/lib/kit/gateways/onespan-environment';
import { percentile } from '../support/percentile';
import { poll } from '@/lib/kit/poll';
import { postgresqlEnvironment } from '../support/databases/postgresql-environment';
import { Server } from '@/lib/kit/server/server';
import { startThrowAwayPostgresql } from '../support/databases/throw-away-postgresql';
import { testAppender, testPersister } from '../support/test-chain';

const PHONES = 20;
const ROUNDS = Number(process.argv[2] ?? 10);
/** Between two calls of a phone, on average. So an activation takes 8 s, which is less than a person takes for a PIN. */
const PAUSE_MS = 1_000;

const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** What each service is asked and answers, in the sizes of OneSpan §3.2. */
const CONNECTIONS: [service: string, fields: object, result: object][] = [
  [
    'DSAPPSRPGenerateEphemeralKey',
    { clientEphemeralPublicKey: 'a5'.repeat(256) },
    { serverEphemeralPublicKey: '5a'.repeat(256), salt: '0f'.repeat(16) },
  ],
  [
    'DSAPPSRPGenerateActivationData',
    { clientEvidenceMessage: 'a5'.repeat(32) },
    {
      serverEvidenceMessage: '5a'.repeat(32),
      encryptedLicenseActivationMessage: '5a'.repeat(108),
      encryptedCounter: '5a'.repeat(8),
      mac: '5a'.repeat(32),
    },
  ],
  [
    'MdlAddDevice',
    { deviceCode: '1'.repeat(26), description: 'A phone' },
    { instanceActivationMessage: '5a'.repeat(80) },
  ],
  [
    'MdlActivate',
    { signature: '1'.repeat(16) },
    { userID: 'jane', domain: 'example.org', serialNumber: 'VDS1000042-1' },
  ],
];

const programs = findPostgresql();
if (programs === null) throw new Error('this bench needs PostgreSQL');
const postgresql = await startThrowAwayPostgresql(programs);
const users = Array.from({ length: PHONES * (ROUNDS + 1) }, (_, index) => ({ userId: `person.${index}` }));
const oneSpan = await startOnespanServer({ users });
const resultCodes = { returnCodeEnum: 'RET_SUCCESS', statusCodeEnum: 'STAT_SUCCESS', returnCode: 0, statusCode: 0 };
for (const [service, , result] of CONNECTIONS)
  oneSpan.faults.set(`provisioning/${service}`, fault.reply(jsonReply(200, { resultCodes, result })));
const environment = await postgresqlEnvironment(postgresql.url);
const server = await Server.start({ env: { ...environment, ...oneSpanEnvironment(oneSpan, { isRelayed: true }) } });
const database = await openPostgresql(environment.DATABASE_URL, console.error);
const store = new PrismaActivationStore(database, systemClock, testAppender(), testPersister(systemClock));

/** An activation that waits for its phone, and that nothing else looks after. */
async function addActivation(userId: string): Promise<string> {
  const now = new Date();
  const registrationIdentifier = randomText(systemRandom, ALPHABET, 8);
  const expiresAt = new Date(now.getTime() + HOUR);
  const gatewayUser = { userId, domain: 'example.org' };
  const requested: Requested = {
    ...gatewayUser,
    id: generateActivationId(systemRandom),
    state: 'requested',
    version: 1,
    deviceName: null,
    activationType: 'online',
    requestedAt: now,
    requestedFrom: null,
    invitationId: null,
    isRecovery: false,
    tries: 1,
    isSent: false,
    encryptedCredential: null,
    expiresAt,
  };
  const encryptedPayload = 'sealed' as Ciphertext;
  const registration = { registrationIdentifier, gatewayUser, gatewayBaseline: null, encryptedPayload, expiresAt };
  await store.create(requested, null, expiresAt, []);
  await store.save(issue(requested, registration, now), []);
  return registrationIdentifier;
}

/** @returns how long the whole reply took, in milliseconds */
async function call(url: string, service: string, fields: object): Promise<number> {
  const start = performance.now();
  const answer = await fetch(`${url}/rest/v2/provisioning/${service}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: authorizationFor(oneSpan.state.options.frontEndKey),
    },
    body: JSON.stringify(fields),
  });
  const text = await answer.text();
  if (answer.status !== 200 || !text.includes('STAT_SUCCESS')) throw new Error(`${answer.status} ${text}`);
  return performance.now() - start;
}

const direct: number[] = [];
const relayed: number[] = [];

/** One phone's activation, each connection made both ways. */
async function activate(registrationIdentifier: string, isDirectFirst: boolean, counts: boolean): Promise<void> {
  for (const [service, fields] of CONNECTIONS) {
    const ways = [
      { url: oneSpan.phoneUrl, noted: direct },
      { url: server.url, noted: relayed },
    ];
    for (const { url, noted } of isDirectFirst ? ways : ways.toReversed()) {
      await delay(Math.random() * 2 * PAUSE_MS);
      const took = await call(url, service, { registrationIdentifier, ...fields });
      if (counts) noted.push(took);
    }
  }
}

function figures(values: number[]): number[] {
  return [0.5, 0.95].map((share) => percentile(values, share));
}

function line([median = 0, p95 = 0]: number[]): string {
  return `median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`;
}

try {
  for (let round = 0; round <= ROUNDS; round++) {
    const people = users.slice(round * PHONES, (round + 1) * PHONES);
    const registrations = await Promise.all(people.map(({ userId }) => addActivation(userId)));
    // The first round warms everything up.
    await Promise.all(registrations.map((one, index) => activate(one, index % 2 === 0, round > 0)));
  }
  const [without, withRelay] = [figures(direct), figures(relayed)];
  const added = withRelay.map((value, index) => value - (without[index] ?? 0));
  console.log(`${PHONES} phones at once, ${direct.length} calls each way:`);
  console.log(`  to the gateway     ${line(without)}`);
  console.log(`  through the relay  ${line(withRelay)}`);
  console.log(`  added              ${line(added)}  (target: 3 ms, 10 ms)`);
  const countActive = () => database.client.activation.count({ where: { state: 'active' } });
  await poll('every activation to be seen to its end', async () => (await countActive()) === users.length);
  console.log(`  activations seen to their end: ${await countActive()} of ${users.length}`);
} finally {
  await database.close();
  await server.dispose();
  await oneSpan.close();
  postgresql.stop();
}
