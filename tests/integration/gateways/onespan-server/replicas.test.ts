import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { generateSessionId } from '@/lib/accounts/sessions/session';
import type { Activation } from '@/lib/activation/activation';
import type { ActivationId } from '@/lib/shared/identifiers/activation-id';
import type { ActivationPorts } from '@/lib/activation/activation-ports';
import { followActivation } from '@/lib/activation/following/follow-activation';
import { RecentPolls } from '@/lib/activation/following/recent-polls';
import { revealPayload } from '@/lib/activation/image/reveal-payload';
import { startActivation } from '@/lib/activation/start/start-activation';
import { watchActivations } from '@/lib/activation/following/watch-activations';
import type { Database } from '@/lib/database/database';
import { openPostgresql } from '@/lib/database/postgresql/open-postgresql';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { systemRandom } from '@/lib/shared/random';
import { createPostgresqlDatabase } from '../../../support/databases/create-postgresql-database';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { fakePollFacts } from '../../../support/doubles/fake-poll-facts';
import { FakePhone } from '../../../support/doubles/fake-phone';
import { oneSpanReplica } from '../../../support/onespan/onespan-replica';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { openAdapter } from '../../../support/onespan/open-onespan-adapter';
import { signedInAs } from '../../../support/doubles/principal';

const PASSWORD = 'Canary-Password-1';
const DOMAIN = 'example.org';
const PEOPLE = Array.from({ length: 10 }, (_, index) => ({ userId: `person.${index}`, domain: DOMAIN }));
const [JANE] = PEOPLE as [(typeof PEOPLE)[number]];
const databaseServer = process.env['TESSERA_TEST_DATABASE_URL'] ?? '';

type Replica = { ports: ActivationPorts; database: Database; opened: OpenedGateway };

let oneSpan: OneSpanServer;
let replicas: [Replica, Replica];

async function openReplica(url: string): Promise<Replica> {
  const database = await openPostgresql(url, fail);
  const opened = openAdapter(oneSpan);
  return { ports: oneSpanReplica(database, opened), database, opened };
}

beforeEach(async () => {
  const users = PEOPLE.map(({ userId }) => ({ userId, staticPassword: PASSWORD }));
  oneSpan = await startOnespanServer({ servers: 2, users });
  const url = await createPostgresqlDatabase(databaseServer);
  replicas = [await openReplica(url), await openReplica(url)];
  // Time is moved by hand; what waits for an answer does so as ever.
  vi.useFakeTimers({ toFake: ['Date'] });
});

afterEach(async () => {
  // A circuit that is still open is tried again.
  vi.setSystemTime(Date.now() + MINUTE);
  await Promise.all(replicas.flatMap(({ database, opened }) => [opened.close(), database.close()]));
  vi.useRealTimers();
  await oneSpan.close();
});

async function start({ ports }: Replica, user: typeof JANE): Promise<ActivationId> {
  const started = await startActivation(ports, user, { deviceName: '', startKey: null, credential: PASSWORD }, ORIGIN);
  if (!started.ok) throw new Error(started.refusal);
  return started.value.id;
}

/** The phone of somebody who looks at the image. */
async function scan({ ports }: Replica, user: typeof JANE, id: ActivationId): Promise<FakePhone> {
  const shown = await revealPayload(ports, signedInAs(user), id, 'svg', ORIGIN);
  if (!shown.ok) throw new Error(shown.refusal);
  return new FakePhone(oneSpan.gateway, shown.value.payload);
}

async function make(phone: FakePhone, steps: number): Promise<void> {
  for (let step = 0; step < steps; step++) expect(await phone.step()).toBe('done');
}

/** Lets a second pass, in which every replica looks after activations. @returns how often people's devices were asked for */
async function passSecond(): Promise<number> {
  const before = oneSpan.calls.count('digipassQuery');
  vi.setSystemTime(Date.now() + SECOND);
  await Promise.all(replicas.map(({ ports }) => watchActivations(ports, fail, new AbortController().signal)));
  return oneSpan.calls.count('digipassQuery') - before;
}

async function read(id: ActivationId): Promise<Activation> {
  const activation = await replicas[0].ports.store.find(id, 'example.org');
  if (!activation) throw new Error('no such activation');
  return activation;
}

describe.runIf(databaseServer !== '')('two replicas at one gateway', () => {
  test('two replicas ask the gateway as often as one, whatever number of tabs waits, and every tab learns of a step', async () => {
    const id = await start(replicas[0], JANE);
    const phone = await scan(replicas[1], JANE, id);
    const { version } = await read(id);
    const leaving = new AbortController();
    const tabs = replicas.flatMap(({ ports: { store }, database: { changeFeed } }) =>
      [1, 2, 3].map(() => {
        const polls = new RecentPolls(fakePollFacts(store, JANE), changeFeed);
        const ports = { polls, changeFeed };
        const poll = { sessionId: generateSessionId(systemRandom), activationId: id };
        return followActivation(ports, poll, version, () => leaving.signal);
      }),
    );
    const asked: number[] = [];
    for (let second = 1; second <= 60; second++) {
      const calls = await passSecond();
      expect(calls).toBeLessThanOrEqual(1);
      if (calls === 1) asked.push(second);
    }
    const pauses = asked.slice(1).map((at, index) => at - (asked[index] ?? 0));
    // Five seconds and a share by chance, which may be none.
    expect([5, 6]).toContain(asked[0]);
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(10);

    await make(phone, 3);
    for (let second = 0; second < 15 && (await read(id)).state !== 'linked'; second++) await passSecond();
    expect((await Promise.all(tabs)).map((tab) => tab.ok && tab.value?.state)).toEqual(Array(6).fill('linked'));
    await make(phone, 1);
    for (let second = 0; second < 7; second++) await passSecond();
    expect(await read(id)).toMatchObject({ state: 'active', instanceId: expect.stringMatching(/-1$/) });
    expect(await passSecond()).toBe(0);
    expect(oneSpan.calls.count('dsappSRPRegister')).toBe(1);
  });

  test('two replicas complete ten activations despite an outage of a minute', async () => {
    const [early, late] = [PEOPLE.slice(0, 5), PEOPLE.slice(5)];
    const ids = new Map<string, ActivationId>();
    const phones = new Map<string, FakePhone>();
    for (const [index, user] of early.entries()) {
      const replica = replicas[index % 2] ?? replicas[0];
      const id = await start(replica, user);
      ids.set(user.userId, id);
      const phone = await scan(replica, user, id);
      phones.set(user.userId, phone);
      // From one that has just scanned to one that works already, of which nobody has taken notice.
      await make(phone, index);
    }
    const listeners = oneSpan.listeners.soap;
    await Promise.all(listeners.map((listener) => listener.stop()));
    for (const [index, user] of late.entries())
      ids.set(user.userId, await start(replicas[index % 2] ?? replicas[0], user));
    const kept = await replicas[0].database.client.activation.findMany({ where: { state: 'requested' } });
    expect(kept).toHaveLength(5);
    expect(kept.every(({ encryptedCredential }) => encryptedCredential !== null)).toBe(true);
    expect(JSON.stringify(kept)).not.toContain(PASSWORD);

    for (let second = 0; second < 60; second++) await passSecond();
    await expect(replicas[0].ports.gateway.checkHealth()).rejects.toMatchObject({ name: 'GatewayError' });
    await Promise.all(listeners.map((listener) => listener.start()));

    for (let second = 0; second < 30; second++) await passSecond();
    for (const user of late) {
      const id = ids.get(user.userId) as ActivationId;
      expect(await read(id)).toMatchObject({ state: 'issued' });
      phones.set(user.userId, await scan(replicas[0], user, id));
    }
    for (const phone of phones.values()) while ((await phone.step()) === 'done');
    for (let second = 0; second < 30; second++) await passSecond();
    const states = await Promise.all([...ids.values()].map(async (id) => (await read(id)).state));
    expect(states).toEqual(Array(10).fill('active'));
    expect(oneSpan.calls.count('dsappSRPRegister')).toBe(10);
    const all = await replicas[0].database.client.activation.findMany();
    expect(all.filter(({ encryptedCredential }) => encryptedCredential !== null)).toEqual([]);
  });
});

function fail(fault: unknown): void {
  throw fault;
}
