import { beforeAll, describe, expect, test } from 'vitest';
import { loginRequestsKey } from '@/lib/shared/changes/change-feed';
import type { Database } from '@/lib/database/database';
import { PrismaChallengeStore } from '@/lib/database/tables/prisma-challenge-store';
import { PrismaGatewayStore } from '@/lib/database/tables/prisma-gateway-store';
import { abandon, type Waiting } from '@/lib/gateways/embedded/engine/challenges/challenge';
import { forEachDatabase } from '../../support/databases/databases';
import { MemoryChallengeStore } from '../../support/doubles/stores/memory-challenge-store';
import { MemoryGatewayStore } from '../../support/doubles/stores/memory-gateway-store';
import { poll } from '../../support/poll';
import { challengeStoreContract } from './challenge-store.contract';

describe('in memory', () => {
  challengeStoreContract(async () => {
    const devices = new MemoryGatewayStore();
    return { devices, challenges: new MemoryChallengeStore(devices) };
  });
});

forEachDatabase((_name, open) => {
  let database: Database;
  let challenges: PrismaChallengeStore;
  beforeAll(async () => {
    database = await open();
    challenges = new PrismaChallengeStore(database.client);
  });
  challengeStoreContract(async () => ({ challenges, devices: new PrismaGatewayStore(database) }));

  test('every change is told to whoever waits under the request key', async () => {
    const [openedAt, expiresAt] = [new Date('2027-01-01T00:00:00Z'), new Date('2027-01-01T00:01:00Z')];
    const asking = { purpose: 'sign-in', origin: 'https://x', address: '', browser: '', number: '42' } as const;
    const common = { ...asking, version: 0, openedAt, expiresAt };
    for (const name of ['saved', 'swept']) {
      const image = { addressee: null, sealedKey: null };
      const names = { keyHash: name, requestKey: `phs-${name}` };
      const waiting: Waiting = { ...common, ...image, ...names, state: 'waiting' };
      await challenges.add(waiting);
      let told = 0;
      const stop = await database.changeFeed.subscribe(waiting.requestKey as never, () => (told += 1));
      if (name === 'saved') await challenges.save(abandon(waiting, 'cancelled', expiresAt));
      else await challenges.expire(expiresAt);
      await poll('the notice', async () => told > 0);
      expect(told).toBe(1);
      stop();
    }
  });

  test('what is sent to a person, read and cancelled is told to whoever waits for that', async () => {
    const addressee = { userId: 'jane.doe', domain: 'example.org' };
    const [openedAt, expiresAt] = [new Date('2027-01-01T00:00:00Z'), new Date('2027-01-01T00:01:00Z')];
    const asking = {
      purpose: 'sign-in',
      origin: 'https://x',
      address: '',
      browser: '',
      number: '42',
    } as const;
    const names = { keyHash: 'sent', requestKey: 'phs-sent', version: 0, openedAt, expiresAt };
    const waiting: Waiting = { ...names, ...asking, addressee, state: 'waiting', sealedKey: 'sealed' };
    let told = 0;
    const stop = await database.changeFeed.subscribe(loginRequestsKey(addressee), () => (told += 1));
    await challenges.add(waiting);
    await poll('the notice', async () => told === 1);
    await challenges.save(abandon(waiting, 'cancelled', expiresAt));
    await poll('the other notice', async () => told === 2);
    const rows = await database.client.$queryRaw`SELECT sealed_key FROM gateway_challenge WHERE key_hash = 'sent'`;
    expect(rows).toEqual([{ sealed_key: null }]);
    stop();
  });
});
