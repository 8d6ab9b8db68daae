/** What an activation costs a gateway, with two processes that look after it and however many tabs that wait. */
import { isRegistered, STEPS, type ActivationType, type Step } from '@/lib/activation/activation';
import { applySeenStep } from '@/lib/activation/following/apply-seen-step';
import type { ActivationId } from '@/lib/shared/identifiers/activation-id';
import type { ActivationPorts } from '@/lib/activation/activation-ports';
import { enterDeviceCode } from '@/lib/activation/offline/enter-device-code';
import { enterSignature } from '@/lib/activation/offline/enter-signature';
import { revealPayload } from '@/lib/activation/image/reveal-payload';
import { startActivation } from '@/lib/activation/start/start-activation';
import { watchActivations } from '@/lib/activation/following/watch-activations';
import type { EmbeddedGateway } from '@/lib/gateways/embedded/engine/embedded-gateway';
import { meteredActivationGateway } from '@/lib/server/observability/metered-activation';
import { createMetrics, type Metrics } from '@/lib/server/observability/metrics';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import { SECOND } from '@/lib/shared/time/duration';
import { valueOf } from '../support/phones/activate-device';
import { fakeActivation, memoryStores, ORIGIN } from '../support/doubles/fake-activation-ports';
import { FakeClock } from '../support/doubles/fake-clock';
import { FakeOfflinePhone } from '../support/doubles/fake-offline-phone';
import { FakePhone } from '../support/doubles/fake-phone';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import type { OneSpanOptions } from '@/lib/kit/gateways/state/onespan-options';
import { LIFETIME_MS, openAdapter, openCloudAdapter } from '../support/onespan/open-onespan-adapter';
import { signedInAs } from '../support/doubles/principal';

const RUNS = Number(process.argv[2] ?? 20);
const PASSWORD = 'Static-Password-1';

/**
 * @property scansAfter and `finishesAfter`: when the phone makes connections 1 to 3, and 4, or when its device code and its
 *   signature are typed, in seconds; null for never
 */
type Person = {
  who: string;
  activationType: ActivationType;
  scansAfter: number | null;
  finishesAfter: number | null;
};

const PEOPLE: Person[] = [
  { who: 'scans after 15 s, chooses a PIN in 20 s', activationType: 'online', scansAfter: 15, finishesAfter: 35 },
  { who: 'scans after 2 min, chooses a PIN in 1 min', activationType: 'online', scansAfter: 120, finishesAfter: 180 },
  {
    who: 'never scans, so that it expires after 5 min',
    activationType: 'online',
    scansAfter: null,
    finishesAfter: null,
  },
  {
    who: 'has no network, types codes after 1 min and 2 min',
    activationType: 'offline',
    scansAfter: 60,
    finishesAfter: 120,
  },
];

type World = {
  ports: ActivationPorts;
  /** The engine that phones call. */
  engine: EmbeddedGateway;
  pass(milliseconds: number): void;
  addUser(userId: string): void;
  /** Calls over a network; null where there is none. */
  countWireCalls: (() => number) | null;
  /** Whether a relay sees the phone's steps. */
  isRelayed: boolean;
  close(): Promise<void>;
};

async function openEmbedded(): Promise<World> {
  const { ports, embedded, pass } = fakeActivation();
  return { ports, engine: embedded, pass, addUser() {}, countWireCalls: null, isRelayed: false, async close() {} };
}

async function openOneSpan(
  openGateway: (server: OneSpanServer) => OpenedGateway,
  options: Partial<OneSpanOptions> = {},
): Promise<World> {
  const clock = new FakeClock();
  const server = await startOnespanServer({
    clock,
    ...options,
    registrationLifetimeSeconds: LIFETIME_MS / SECOND,
  });
  const opened = openGateway(server);
  const { store, audit } = memoryStores(clock);
  return {
    ports: { ...fakeActivation().ports, store, audit, clock, gateway: opened.activation, directory: opened.directory },
    engine: server.gateway,
    pass: (milliseconds) => clock.pass(milliseconds),
    addUser: (userId) => server.state.accounts.add({ userId, staticPassword: PASSWORD }),
    countWireCalls: () => server.calls.count(),
    isRelayed: opened.activation.capabilities.observes.length === STEPS.length,
    async close() {
      await opened.close();
      await server.close();
    },
  };
}

const WITHOUT_ACTIVITY = { missingPrivileges: ['View Recent DIGIPASS Activity'] } as const;

const openServer = (options: Partial<OneSpanOptions>) => openOneSpan((server) => openAdapter(server), options);

const openRelayed = () =>
  openOneSpan((server) =>
    openAdapter(server, [], { relay: { url: server.digipassGatewayUrl, tls: { authority: null, identity: null } } }),
  );

const GATEWAYS = {
  embedded: openEmbedded,
  'onespan-server, activity': () => openServer({ gracePeriodDays: null }),
  'onespan-server, last authentication': () =>
    openServer({ ...WITHOUT_ACTIVITY, gracePeriodDays: null, lastAuthenticationField: 'DIGIPASSFLD_LASTAUTH_TIME' }),
  'onespan-server, end of the grace period': () => openServer({ ...WITHOUT_ACTIVITY, gracePeriodDays: 7 }),
  'onespan-server, relay': openRelayed,
  'onespan-cloud': () => openOneSpan((server) => openCloudAdapter(server, [], { lifetimeMs: LIFETIME_MS })),
};

type User = { userId: string; domain: string };

/** One activation from its start to its end. @returns how long it was followed, in seconds */
async function activate(world: World, userId: string, person: Person): Promise<number> {
  const { ports } = world;
  const user = { userId, domain: 'example.org' };
  world.addUser(userId);
  const { activationType, scansAfter, finishesAfter } = person;
  const input = { deviceName: '', activationType, startKey: null, credential: PASSWORD };
  const { id } = valueOf(await startActivation(ports, user, input, ORIGIN));
  const phone = await (activationType === 'offline' ? typedPhone : connectedPhone)(world, user, id);
  for (let second = 1; ; second++) {
    world.pass(SECOND);
    if (second === scansAfter) await phone.scan();
    if (second === finishesAfter) await phone.finish();
    await Promise.all([watch(ports), watch(ports)]);
    if (!(await ports.store.findPending(user))) return second;
  }
}

async function connectedPhone({ ports, engine, isRelayed }: World, user: User, id: ActivationId) {
  const phone = new FakePhone(engine, await look(ports, user, id));
  const pending = await ports.store.findPending(user);
  const registrationIdentifier = pending && isRegistered(pending) ? pending.registrationIdentifier : null;
  const connect = async (step: Step) => {
    await phone.step();
    if (isRelayed && registrationIdentifier !== null)
      await applySeenStep(ports, { registrationIdentifier, step, instanceId: null });
  };
  return {
    async scan() {
      for (const step of STEPS.slice(0, 3)) await connect(step);
    },
    finish: () => connect('active'),
  };
}

async function typedPhone({ ports }: World, user: User, id: ActivationId) {
  const phone = await FakeOfflinePhone.scan(await look(ports, user, id));
  return {
    scan: async () => valueOf(await enterDeviceCode(ports, signedInAs(user), id, phone.deviceCode, ORIGIN)),
    async finish() {
      const signature = await phone.scanSecond(await look(ports, user, id));
      valueOf(await enterSignature(ports, signedInAs(user), id, signature, ORIGIN));
    },
  };
}

async function look(ports: ActivationPorts, user: User, id: ActivationId): Promise<string> {
  return valueOf(await revealPayload(ports, signedInAs(user), id, 'svg', ORIGIN)).payload;
}

function watch(ports: ActivationPorts): Promise<void> {
  return watchActivations(ports, fail, new AbortController().signal);
}

function fail(fault: unknown): void {
  throw fault;
}

/** Calls of the port by name. */
async function countPortCalls({ gatewayCalls }: Metrics): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { metricName, labels, value } of (await gatewayCalls.get()).values) {
    if (!metricName?.endsWith('_count')) continue;
    const operation = String(labels.operation);
    counts.set(operation, (counts.get(operation) ?? 0) + value);
  }
  return counts;
}

const each = (total: number) => (total / RUNS).toFixed(1);

for (const [name, open] of Object.entries(GATEWAYS)) {
  console.log(`${name}: calls per activation, the mean of ${RUNS}`);
  for (const [index, person] of PEOPLE.entries()) {
    const metrics = createMetrics();
    const world = await open();
    world.ports.gateway = meteredActivationGateway(world.ports.gateway, metrics);
    let seconds = 0;
    for (let run = 0; run < RUNS; run++) seconds += await activate(world, `person.${index}.${run}`, person);
    const calls = [...(await countPortCalls(metrics))].map(([operation, count]) => `${operation} ${each(count)}`);
    const wire = world.countWireCalls === null ? 'in this process' : `${each(world.countWireCalls())} over the network`;
    const fixed = `every 2 s it would be ${each(seconds / 2)}`;
    console.log(`  ${person.who}: ${calls.join(', ')}; ${wire}; followed for ${each(seconds)} s, ${fixed}`);
    await world.close();
  }
}
