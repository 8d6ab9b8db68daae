import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import type { Database } from '@/lib/database/database';
import { PrismaDeviceNames } from '@/lib/database/tables/devices/prisma-device-names';
import { PrismaPendingOperationStore } from '@/lib/database/tables/devices/prisma-pending-operation-store';
import { freezeLookup } from '@/lib/database/tables/safety/prisma-freeze-store';
import type { AuthenticatorDirectory } from '@/lib/devices/authenticator-directory';
import type { PendingOperationPorts } from '@/lib/devices/pending/follow-operation';
import { pendingDirectory } from '@/lib/devices/pending/pending-directory';
import { watchPendingOperations } from '@/lib/devices/pending/watch-pending-operations';
import type { PendingOperationStore } from '@/lib/devices/pending/pending-operation';
import type { OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { systemRandom } from '@/lib/shared/random';
import type { FakeClock } from '../doubles/fake-clock';
import { testPersister } from '../test-chain';
import { openAdapter } from './open-onespan-adapter';

/** A process of the site, as far as it sends commands that may wait for a second administrator. */
export type PendingReplica = {
  opened: OpenedGateway;
  directory: AuthenticatorDirectory;
  ports: PendingOperationPorts & { names: PrismaDeviceNames };
};

export function openPendingReplica(
  server: OneSpanServer,
  { client, sql }: Database,
  clock: FakeClock,
  settings: Parameters<typeof openAdapter>[2],
): PendingReplica {
  const opened = openAdapter(server, [], settings);
  if (!opened.commands) throw new TypeError('no commands');
  const ports = {
    operations: new PrismaPendingOperationStore(client, testPersister(clock)),
    commands: opened.commands,
    names: new PrismaDeviceNames(client),
    freezes: freezeLookup(sql),
    clock,
    random: systemRandom,
  };
  return { opened, ports, directory: pendingDirectory(opened.directory, ports) };
}

/** One round; what it could not look at makes it throw. */
export async function lookAtPending({ ports }: PendingReplica): Promise<void> {
  await watchPendingOperations(ports, fail, new AbortController().signal);
}

/** Of a process that dies before it can write down what the server has answered. */
export function dyingStore(store: PendingOperationStore): PendingOperationStore {
  return {
    open: (operation) => store.open(operation),
    findOpen: (device) => store.findOpen(device),
    listOf: (owner, since) => store.listOf(owner, since),
    listDue: (now, limit) => store.listDue(now, limit),
    oldestOpen: () => store.oldestOpen(),
    claim: (operation, lookAt) => store.claim(operation, lookAt),
    save: die,
    discard: die,
  };
}

function die(): Promise<never> {
  return Promise.reject(new Error('killed'));
}

function fail(error: unknown): never {
  throw error;
}
