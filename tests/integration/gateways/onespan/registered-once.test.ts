import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startActivation } from '@/lib/activation/start/start-activation';
import { watchActivations } from '@/lib/activation/following/watch-activations';
import type { ActivationPorts } from '@/lib/activation/activation-ports';
import type { ActivationType } from '@/lib/activation/activation';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import { CALL_LIMITS } from '@/lib/gateways/transport/exchange';
import { fault, type Fault } from '@/lib/kit/faults/fault';
import { jsonReply, type Reply } from '@/lib/kit/faults/reply';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { SECOND } from '@/lib/shared/time/duration';
import { fakeActivation, ORIGIN, type FakeActivation } from '../../../support/doubles/fake-activation-ports';
import { LIFETIME_MS, openAdapter, openCloudAdapter } from '../../../support/onespan/open-onespan-adapter';

const PASSWORD = 'Static-Password-1';

/** Instead of the product's 5 s, so that answers after 7 s and 30 s take 1.4 and 6 times as long. */
const HURRIED = { ...CALL_LIMITS, timeLimitMs: SECOND };
const UNHURRIED = { ...CALL_LIMITS, timeLimitMs: 30 * SECOND };

/** After the press: the one that tries once more, the one that gives up, and some in which nothing must follow. */
const ROUNDS = 6;

let server: OneSpanServer;
let fake: FakeActivation;
let opened: OpenedGateway;
let ports: ActivationPorts;
let people = 0;

beforeAll(async () => {
  fake = fakeActivation();
  server = await startOnespanServer({
    clock: fake.ports.clock,
    registrationLifetimeSeconds: LIFETIME_MS / SECOND,
  });
});

beforeEach(async () => {
  await fake.reset();
  server.calls.clear();
});

afterEach(async () => {
  await opened.close();
  await server.faults.clear();
});
afterAll(() => server.close());

function statusOf(name: string, number: number): Reply {
  const codes = `<resultCodes><statusCodeEnum>${name}</statusCodeEnum><statusCode>${number}</statusCode></resultCodes>`;
  const answer = `<r><status>${codes}</status><results>${codes}</results></r>`;
  const body = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${answer}</s:Body></s:Envelope>`;
  return { status: 200, headers: { 'content-type': 'text/xml' }, body };
}

const GATEWAYS = {
  server: {
    open: (limits: typeof CALL_LIMITS) => openAdapter(server, [], {}, null, limits),
    credential: PASSWORD,
    calls: { online: 'dsappSRPRegister', offline: 'provisioningExecute PROVISIONCMD_MDL_REGISTER' },
    refusal: statusOf('STAT_PERMISSION', 1_005),
    otherVersion: statusOf('STAT_SUCCESS', 0),
  },
  cloud: {
    open: (limits: typeof CALL_LIMITS) => openCloudAdapter(server, [], { lifetimeMs: LIFETIME_MS }, null, limits),
    credential: undefined,
    calls: { online: 'users/register', offline: 'users/register' },
    refusal: jsonReply(401, { message: 'Unauthorized' }),
    otherVersion: jsonReply(200, { registrationId: 'Xk29aLm4', password: '12345678' }),
  },
};

type GatewayName = keyof typeof GATEWAYS;
type Expected = { registrations: number[]; reason: 'answer-lost' | 'gateway-failed' };

const LOST = (...registrations: number[]): Expected => ({ registrations, reason: 'answer-lost' });
const DECIDED: Expected = { registrations: [1], reason: 'gateway-failed' };
const TWICE = { server: LOST(1), cloud: LOST(2) };
const ONCE = { server: LOST(1), cloud: LOST(1) };

/** What goes wrong with every registration from now on, and what comes of one press. */
const FAULTS: Record<
  string,
  { spoil: (gateway: GatewayName) => Fault; isSlow?: true; expected: Record<GatewayName, Expected> }
> = {
  'is carried out and answered after 7 s': {
    spoil: () => fault.delay(HURRIED.timeLimitMs * 1.4),
    isSlow: true,
    expected: { server: LOST(1), cloud: LOST(1, 2) },
  },
  'is carried out and answered after 30 s': {
    spoil: () => fault.delay(HURRIED.timeLimitMs * 6),
    isSlow: true,
    expected: { server: LOST(1), cloud: LOST(1, 2) },
  },
  'meets silence': { spoil: () => fault.timeout(), isSlow: true, expected: TWICE },
  'is carried out, and its connection reset': { spoil: () => fault.lostAnswer(), expected: ONCE },
  'is read, and its connection reset': { spoil: () => fault.reset(), expected: TWICE },
  'is answered by half': { spoil: () => fault.truncated(), expected: ONCE },
  'is answered by another type': { spoil: () => fault.wrongType(), expected: ONCE },
  'is answered by a page': { spoil: () => fault.html(), expected: ONCE },
  'is answered by another version’s fields': {
    spoil: (gateway) => fault.reply(GATEWAYS[gateway].otherVersion),
    expected: ONCE,
  },
  'is answered by a proxy’s 503': { spoil: () => fault.status(503), expected: TWICE },
  'is refused to Tessera itself': {
    spoil: (gateway) => fault.reply(GATEWAYS[gateway].refusal),
    expected: { server: DECIDED, cloud: DECIDED },
  },
};

const CASES = (['server', 'cloud'] as const).flatMap((gateway) =>
  (['online', 'offline'] as const).flatMap((type) => Object.keys(FAULTS).map((what) => ({ gateway, type, what }))),
);

async function press(gateway: GatewayName, activationType: ActivationType, limits = UNHURRIED) {
  const { open, credential, calls } = GATEWAYS[gateway];
  opened = open(limits);
  ports = { ...fake.ports, gateway: opened.activation, directory: opened.directory };
  const user = { userId: `jane ${(people += 1)}`, domain: 'example.org' };
  server.state.accounts.add({ ...user, staticPassword: PASSWORD });
  const start = async () =>
    startActivation(ports, user, { deviceName: '', activationType, startKey: 'one press', credential }, ORIGIN);
  const registrations = () => server.calls.count(calls[activationType]);
  const find = async () => (await ports.store.findStarted(user, 'one press')).same;
  const records = async () => (await ports.audit.listFor(user, 100)).map(({ event }) => event);
  return { start, registrations, find, records, call: calls[activationType] };
}

async function watch(): Promise<void> {
  const faults: unknown[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    fake.pass(SECOND * 10);
    await watchActivations(ports, (error) => void faults.push(error), new AbortController().signal);
  }
  expect(faults).toEqual([]);
}

describe('one press', () => {
  it.each(CASES)('a registration ($gateway, $type) that $what is not sent again and again', async (one) => {
    const { spoil, isSlow, expected } = FAULTS[one.what] ?? {};
    if (!spoil || !expected) throw new RangeError(one.what);
    const person = await press(one.gateway, one.type, isSlow ? HURRIED : UNHURRIED);
    server.faults.set(person.call, spoil(one.gateway));
    await person.start();
    await watch();
    const { registrations, reason } = expected[one.gateway];
    expect(registrations).toContain(person.registrations());
    expect(await person.find()).toMatchObject({ state: 'failed', reason, tries: person.registrations() });
    const failed = (await person.records()).filter(({ type }) => type === 'registration-failed');
    expect(failed).toMatchObject([{ tries: person.registrations() }]);
    expect(JSON.stringify(await person.records())).not.toContain(PASSWORD);
  });

  it.each([
    ['server', 'online'],
    ['server', 'offline'],
    ['cloud', 'online'],
    ['cloud', 'offline'],
  ] as const)(
    'a registration (%s, %s) outlives an outage in which nothing listens',
    async (gateway, type) => {
      const person = await press(gateway, type);
      await server.faults.begin({ kind: 'refused' });
      expect(await person.start()).toMatchObject({ ok: true, value: { state: 'requested' } });
      await watch();
      expect([await person.find(), person.registrations()]).toMatchObject([{ state: 'requested', tries: 0 }, 0]);
      await server.faults.clear();
      // The circuit breaker goes by the system's clock.
      await expect
        .poll(async () => (await watch(), (await person.find())?.state), { timeout: 40 * SECOND })
        .toBe('issued');
      expect(person.registrations()).toBe(1);
    },
    60_000,
  );
});
