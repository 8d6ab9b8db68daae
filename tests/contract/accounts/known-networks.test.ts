import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { knownSince, type KnownNetworkStore, RememberingKnownNetworks } from '@/lib/accounts/sign-in/known-networks';
import type { Database } from '@/lib/database/database';
import { PrismaKnownNetworks } from '@/lib/database/tables/accounts/prisma-known-networks';
import { DAY } from '@/lib/shared/time/duration';
import { forEachDatabase } from '../../support/databases/databases';
import { FakeClock } from '../../support/doubles/fake-clock';
import { MemoryKnownNetworks } from '../../support/doubles/stores/memory-known-networks';

const JANE = { userId: 'jane.doe', domain: 'example.org' };
const NETWORK = '192.0.2.1';

function knownNetworksContract(open: () => Promise<KnownNetworkStore>): void {
  const clock = new FakeClock();
  let networks: KnownNetworkStore;
  const has = (person = JANE, network = NETWORK) => networks.has(person, network, knownSince(clock.now()));

  beforeEach(async () => {
    networks = await open();
    await networks.remember(JANE, NETWORK, clock.now());
  });

  test('a network is known only for the user who signed in from it', async () => {
    expect(await has()).toBe(true);
    expect(await has(JANE, '192.0.2.2')).toBe(false);
    expect(await has({ ...JANE, userId: 'john.roe' })).toBe(false);
    expect(await has({ ...JANE, domain: 'elsewhere.org' })).toBe(false);
  });

  test('a network is known for thirty days after the last sign-in', async () => {
    clock.pass(20 * DAY);
    await networks.remember(JANE, NETWORK, clock.now());
    clock.pass(30 * DAY - 1);
    expect(await has()).toBe(true);
    clock.pass(1);
    expect(await has()).toBe(false);
  });

  test('the purge deletes expired networks and keeps the known ones', async () => {
    clock.pass(30 * DAY);
    await networks.remember(JANE, '192.0.2.2', clock.now());
    await networks.purge(knownSince(clock.now()));
    await networks.purge(new Date(clock.now().getTime() - 1));
    expect(await networks.has(JANE, NETWORK, new Date(0))).toBe(false);
    expect(await has(JANE, '192.0.2.2')).toBe(true);
  });

  test('two sign-ins at the same moment are remembered as one', async () => {
    const at = clock.now();
    await Promise.all(Array.from({ length: 10 }, () => networks.remember(JANE, '192.0.2.3', at)));
    expect(await has(JANE, '192.0.2.3')).toBe(true);
  });
}

describe('in memory', () => {
  knownNetworksContract(async () => new MemoryKnownNetworks());
});

describe('remembered by a process', () => {
  knownNetworksContract(async () => new RememberingKnownNetworks(new MemoryKnownNetworks(), new FakeClock()));

  test('threat: a flood from a network that is not known asks the database once in ten seconds', async () => {
    const [clock, store] = [new FakeClock(), new MemoryKnownNetworks()];
    const networks = new RememberingKnownNetworks(store, clock);
    const has = () => networks.has(JANE, NETWORK, knownSince(clock.now()));
    const asked = vi.spyOn(store, 'has');
    for (let count = 0; count < 1_000; count++) expect(await has()).toBe(false);
    expect(asked).toHaveBeenCalledTimes(1);
    await store.remember(JANE, NETWORK, clock.now());
    expect(await has()).toBe(false);
    clock.pass(10_000);
    expect(await has()).toBe(true);
  });

  test('threat: where a person signs in from: each answer is cached for ten seconds, and none before a look-up', async () => {
    const [clock, store] = [new FakeClock(), new MemoryKnownNetworks()];
    const networks = new RememberingKnownNetworks(store, clock);
    const recall = () => networks.recall(JANE, NETWORK);
    expect(recall()).toBeNull();
    await networks.has(JANE, NETWORK, new Date(0));
    expect(recall()).toBe(false);
    await networks.remember(JANE, NETWORK, clock.now());
    expect(recall()).toBeNull();
    await networks.has(JANE, NETWORK, new Date(0));
    expect(recall()).toBe(true);
    clock.pass(10_000);
    expect(recall()).toBeNull();
  });

  test('a network is known to the cache as soon as it is remembered', async () => {
    const networks = new RememberingKnownNetworks(new MemoryKnownNetworks(), new FakeClock());
    expect(await networks.has(JANE, NETWORK, new Date(0))).toBe(false);
    await networks.remember(JANE, NETWORK, new Date());
    expect(await networks.has(JANE, NETWORK, new Date(0))).toBe(true);
  });
});

forEachDatabase((_name, open) => {
  let database: Database;

  beforeAll(async () => {
    database = await open();
  });

  knownNetworksContract(async () => new PrismaKnownNetworks(database.client));
});
