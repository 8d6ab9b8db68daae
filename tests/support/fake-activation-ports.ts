import type { ActivationPorts, ActivationSettings } from '@/lib/activation/activation-ports';
import type { ActivationStore } from '@/lib/activation/activation-store';
import { refreshRegistration } from '@/lib/activation/refresh-activation';
import type { AuditLog } from '@/lib/audit/audit-log';
import { KeyRing } from '@/lib/crypto/key-ring';
import type { Database } from '@/lib/database/database';
import { PrismaActivationStore } from '@/lib/database/prisma-activation-store';
import { PrismaAuditLog } from '@/lib/database/prisma-audit-log';
import { PrismaGatewayStore } from '@/lib/database/prisma-gateway-store';
import type { EmbeddedGateway } from '@/lib/embedded-gateway/embedded-gateway';
import type { GatewayStore } from '@/lib/embedded-gateway/gateway-store';
import { EmbeddedActivationGateway } from '@/lib/gateway/embedded/embedded-activation-gateway';
import { EmbeddedAuthenticatorDirectory } from '@/lib/gateway/embedded/embedded-authenticator-directory';
import type { Clock } from '@/lib/shared/clock';
import { DAY, SECOND } from '@/lib/shared/duration';
import { systemRandom } from '@/lib/shared/random';
import { InterruptibleGateway } from './fake-interruptible-gateway';
import { MemoryActivationStore } from './memory-activation-store';
import { MemoryAuditLog } from './memory-audit-log';
import { MemoryChangeFeed } from './memory-change-feed';
import { MemoryGatewayStore } from './memory-gateway-store';
import { createTestGateway, GATEWAY_ID } from './test-gateway';

export const ORIGIN = { correlationId: 'request', address: '192.0.2.1' };

const SETTINGS: ActivationSettings = { startsPerDay: 5, requestLifetimeMs: DAY, observeEveryMs: 30 * SECOND };

type Stores = { gatewayStore: GatewayStore; audit: AuditLog; store: ActivationStore };

/** The use cases' ports around the real embedded gateway, all on one clock. */
export type FakeActivation = {
  ports: ActivationPorts;
  gateway: InterruptibleGateway;
  embedded: EmbeddedGateway;
  /** What the gateway could not tell the use cases. */
  faults: unknown[];
  pass(milliseconds: number): void;
};

export function fakeActivation(openStores: (clock: Clock) => Stores = memoryStores): FakeActivation {
  const time: { clock: Clock } = { clock: { now: () => test.clock.time } };
  const { gatewayStore, audit, store } = openStores(time.clock);
  const test = createTestGateway({}, gatewayStore, (identifier) => refreshRegistration(ports, identifier));
  const gateway = new InterruptibleGateway(new EmbeddedActivationGateway(test.gateway, GATEWAY_ID));
  const ports: ActivationPorts = {
    store,
    gateway,
    directory: new EmbeddedAuthenticatorDirectory(test.gateway),
    sealer: new KeyRing([{ id: 'test', key: new Uint8Array(32).fill(9) }]),
    audit,
    clock: time.clock,
    random: systemRandom,
    settings: SETTINGS,
  };
  return {
    ports,
    gateway,
    embedded: test.gateway,
    faults: test.faults,
    pass: (milliseconds) => (test.clock.time = new Date(test.clock.time.getTime() + milliseconds)),
  };
}

export function memoryStores(clock: Clock): Stores & { audit: MemoryAuditLog; changeFeed: MemoryChangeFeed } {
  const audit = new MemoryAuditLog(clock);
  const changeFeed = new MemoryChangeFeed();
  return {
    gatewayStore: new MemoryGatewayStore(),
    audit,
    changeFeed,
    store: new MemoryActivationStore(audit, changeFeed),
  };
}

export function databaseStores({ client }: Database): (clock: Clock) => Stores {
  return (clock) => ({
    gatewayStore: new PrismaGatewayStore(client),
    audit: new PrismaAuditLog(client, clock),
    store: new PrismaActivationStore(client, clock),
  });
}
