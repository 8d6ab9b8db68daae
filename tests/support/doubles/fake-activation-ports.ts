import type { ActivationPorts, ActivationSettings } from '@/lib/activation/activation-ports';
import type { ActivationStore } from '@/lib/activation/activation-store';
import type { ChangeFeed } from '@/lib/shared/changes/change-feed';
import { refreshRegistration } from '@/lib/activation/following/refresh-activation';
import type { AuditLog } from '@/lib/audit/audit-log';
import type { AuthenticatorDirectory } from '@/lib/devices/authenticator-directory';
import { KeyRing } from '@/lib/wire/crypto/key-ring';
import type { Database } from '@/lib/database/database';
import { PrismaActivationStore } from '@/lib/database/tables/activation/prisma-activation-store';
import { PrismaAuditLog } from '@/lib/database/tables/audit/prisma-audit-log';
import { PrismaGatewayStore } from '@/lib/database/tables/gateways/prisma-gateway-store';
import type { DeviceDesk } from '@/lib/gateways/embedded/engine/device-desk';
import type { EmbeddedGateway, EmbeddedGatewayOptions } from '@/lib/gateways/embedded/engine/embedded-gateway';
import type { GatewayStore } from '@/lib/gateways/embedded/engine/gateway-store';
import { EmbeddedActivationGateway } from '@/lib/gateways/embedded/embedded-activation-gateway';
import { EmbeddedAuthenticatorDirectory } from '@/lib/gateways/embedded/embedded-authenticator-directory';
import type { Clock } from '@/lib/shared/time/clock';
import { DAY } from '@/lib/shared/time/duration';
import { systemRandom } from '@/lib/shared/random';
import { InterruptibleGateway } from './fake-interruptible-gateway';
import { MemoryActivationStore } from './stores/memory-activation-store';
import { MemoryAuditLog } from './stores/memory-audit-log';
import { MemoryChallengeStore } from '@/lib/kit/gateways/state/memory-challenge-store';
import { MemoryChangeFeed } from './stores/memory-change-feed';
import { MemoryGatewayStore } from '@/lib/kit/gateways/state/memory-gateway-store';
import { NO_FREEZES } from './no-freezes';
import { MemoryRateLimiter } from './stores/memory-rate-limiter';
import { createTestGateway, GATEWAY_ID } from '../servers/test-gateway';
import { testAppender, testPersister } from '../test-chain';

export const ORIGIN = { correlationId: 'request', address: '192.0.2.1' };

const SETTINGS: ActivationSettings = { startsPerDay: 5, requestLifetimeMs: DAY };

type Stores = {
  gatewayStore: GatewayStore;
  audit: AuditLog;
  store: ActivationStore;
  changeFeed: ChangeFeed;
  /** Forgets everything that is kept, but for the audit log. */
  clear: () => Promise<void>;
};

/** The use cases' ports around the real embedded gateway, all on one clock. Making one takes a quarter of a second. */
export type FakeActivation = {
  ports: ActivationPorts;
  changeFeed: ChangeFeed;
  gateway: InterruptibleGateway;
  directory: AuthenticatorDirectory;
  embedded: EmbeddedGateway;
  /** Has the gateway's devices answered by a website. */
  connect: (desk: DeviceDesk) => void;
  /** Whom the gateway tells a step; the ports above if not set. */
  listener: ActivationPorts | null;
  /** What the gateway could not tell the use cases. */
  faults: unknown[];
  pass: (milliseconds: number) => void;
  /** As new, with nothing kept. */
  reset(): Promise<void>;
};

export function fakeActivation(
  openStores: (clock: Clock) => Stores = memoryStores,
  onChallengeEnd: EmbeddedGatewayOptions['onChallengeEnd'] = () => Promise.resolve(),
): FakeActivation {
  const clock: Clock = { now: () => test.clock.time };
  const { gatewayStore, audit, store, changeFeed, clear } = openStores(clock);
  const test = createTestGateway(
    {},
    gatewayStore,
    (identifier) => refreshRegistration(fake.listener ?? ports, identifier),
    new MemoryChallengeStore(gatewayStore),
    onChallengeEnd,
  );
  const gateway = new InterruptibleGateway(new EmbeddedActivationGateway(test.gateway, GATEWAY_ID));
  const directory = new EmbeddedAuthenticatorDirectory(test.gateway);
  const start = test.clock.time;
  const ports: ActivationPorts = {
    store,
    freezes: NO_FREEZES,
    gateway,
    directory,
    encrypter: new KeyRing([{ id: 'test', key: new Uint8Array(32).fill(9) }]),
    audit,
    rateLimiter: new MemoryRateLimiter(clock),
    clock,
    random: systemRandom,
    settings: SETTINGS,
  };
  const fake: FakeActivation = {
    ports,
    changeFeed,
    gateway,
    directory,
    embedded: test.gateway,
    connect: (desk) => (test.desk = desk),
    listener: null,
    faults: test.faults,
    pass: (milliseconds) => (test.clock.time = new Date(test.clock.time.getTime() + milliseconds)),
    async reset() {
      test.clock.time = start;
      test.faults.length = 0;
      gateway.reset();
      ports.rateLimiter = new MemoryRateLimiter(clock);
      await clear();
    },
  };
  return fake;
}

export function memoryStores(clock: Clock): Stores {
  const gatewayStore = new MemoryGatewayStore();
  const audit = new MemoryAuditLog(clock);
  const changeFeed = new MemoryChangeFeed();
  const store = new MemoryActivationStore(audit, changeFeed);
  const clear = async () => {
    store.clear();
    for (const kept of [gatewayStore.instances, gatewayStore.registrations, gatewayStore.licences]) kept.clear();
  };
  return { gatewayStore, audit, changeFeed, store, clear };
}

export function databaseStores(database: Database): (clock: Clock) => Stores {
  const { client, changeFeed } = database;
  const appender = testAppender();
  return (clock) => ({
    gatewayStore: new PrismaGatewayStore(database),
    audit: new PrismaAuditLog(database, clock, appender),
    store: new PrismaActivationStore(database, clock, appender, testPersister(clock, appender)),
    changeFeed,
    async clear() {
      await client.activation.deleteMany();
      await client.gatewayInstance.deleteMany();
      await client.gatewayRegistration.deleteMany();
      await client.gatewayLicence.deleteMany();
    },
  });
}
