import { beforeAll, describe, expect, it, test } from 'vitest';
import { changeAuthenticator } from '@/lib/devices/change-authenticator';
import { type AuthenticatorDirectory, EVERYTHING } from '@/lib/devices/authenticator-directory';
import { lockAndHold } from '@/lib/devices/locks/lock-and-hold';
import { unlockUnlessHeld } from '@/lib/devices/locks/unlock-unless-held';
import { GatewayError } from '@/lib/activation/gateway-error';
import type { Database } from '@/lib/database/database';
import { PrismaGatewayStore } from '@/lib/database/tables/gateways/prisma-gateway-store';
import { EmbeddedAuthenticatorDirectory } from '@/lib/gateways/embedded/embedded-authenticator-directory';
import { lockDevice } from '@/lib/helpdesk/safety/locks/lock-device';
import { systemRandom } from '@/lib/shared/random';
import { systemClock } from '@/lib/shared/time/clock';
import { formatInstanceId } from '@/lib/shared/identifiers/instance-id';
import { accept, type Result } from '@/lib/shared/result';
import { addActiveDevice } from '../../support/add-active-device';
import { forEachPairOfReplicas } from '../../support/databases/databases';
import { ORIGIN } from '../../support/doubles/fake-activation-ports';
import { signedInAs } from '../../support/doubles/principal';
import { databaseHelpdeskStores } from '../../support/doubles/fake-helpdesk-stores';
import { MemoryDeviceHolds } from '../../support/doubles/stores/memory-device-holds';
import { MemoryRateLimiter } from '../../support/doubles/stores/memory-rate-limiter';
import { createTestGateway } from '../../support/servers/test-gateway';
import { rounds } from '../../support/rounds';

const ROUNDS = rounds(20, 100);
const AGENT = {
  userId: 'agent',
  domain: 'example.org',
  displayName: 'Agent',
  roles: ['helpdesk-agent'],
  mailAddresses: [],
  language: 'en',
  timeZone: null,
  group: null,
  bar: null,
} as const;

/** The use cases as one replica has them. */
function replica(database: Database) {
  const gatewayStore = new PrismaGatewayStore(database);
  const { gateway } = createTestGateway({}, gatewayStore);
  return {
    ...databaseHelpdeskStores(database, systemClock),
    gatewayStore,
    directory: new EmbeddedAuthenticatorDirectory(gateway),
    rateLimiter: new MemoryRateLimiter(systemClock),
    clock: systemClock,
    random: systemRandom,
  };
}

forEachPairOfReplicas((_kind, open) => {
  let here: ReturnType<typeof replica>;
  let there: ReturnType<typeof replica>;

  beforeAll(async () => {
    const [first, second] = await open();
    [here, there] = [replica(first), replica(second)];
  });

  async function newDevice() {
    const { serialNumber, sequenceNumber, ...owner } = await addActiveDevice(here.gatewayStore);
    return { owner, instanceId: formatInstanceId(serialNumber, sequenceNumber) };
  }

  it(
    'threat: the helpdesk locks a device while its person unlocks it: no lock is lost',
    { timeout: 120_000 },
    async () => {
      const lost: number[] = [];
      const { owner, instanceId } = await newDevice();
      for (let round = 0; round < ROUNDS; round++) {
        await here.holds.release(instanceId, 'helpdesk');
        await lockAndHold(here, instanceId, 'person');
        const unlock = () => changeAuthenticator(here, owner, instanceId, { kind: 'unlock' }, ORIGIN);
        const lock = () => lockDevice(there, signedInAs(AGENT), owner, instanceId, ORIGIN);
        const [locked] = await Promise.all(round % 2 === 0 ? [lock(), unlock()] : [unlock().then(lock), unlock()]);
        expect(locked).toMatchObject({ ok: true });
        const [device] = await here.directory.list(owner);
        if (device?.state !== 'locked') lost.push(round);
        expect(await here.holds.standing(instanceId)).toEqual(['helpdesk']);
      }
      expect(lost).toEqual([]);
    },
  );

  test('threat: a held instance of the embedded gateway does not become active, whatever program writes it', async () => {
    const { owner, instanceId } = await newDevice();
    await lockAndHold(here, instanceId, 'helpdesk');
    expect(await there.directory.unlock(instanceId)).toMatchObject({ ok: false });
    expect(await here.directory.list(owner)).toMatchObject([{ state: 'locked' }]);
    await here.holds.release(instanceId, 'helpdesk');
    expect(await there.directory.unlock(instanceId)).toMatchObject({ ok: true });
    expect(await here.directory.list(owner)).toMatchObject([{ state: 'active' }]);
  });
});

const INSTANCE = 'VDS1000042-1';

/** A device behind a network. @param onUnlock what happens between the call and what it does */
function elsewhere(onUnlock: () => Promise<void>, afterwards: () => Promise<void> = () => Promise.resolve()) {
  let state = 'locked';
  const done = (next: string): Result<null, never> => {
    state = next;
    return accept(null);
  };
  const directory = {
    capabilities: EVERYTHING,
    lock: async () => done('locked'),
    async unlock() {
      await onUnlock();
      const result = done('active');
      await afterwards();
      return result;
    },
  } as unknown as AuthenticatorDirectory;
  const ports = { directory, holds: new MemoryDeviceHolds(), clock: systemClock };
  return { ports, state: () => state };
}

describe('a gateway elsewhere, whose answers take their time', () => {
  test('threat: a lock that comes while it unlocks is made again', async () => {
    const device: ReturnType<typeof elsewhere> = elsewhere(async () => {
      await lockAndHold(device.ports, INSTANCE, 'helpdesk');
    });
    expect(await unlockUnlessHeld(device.ports, INSTANCE)).toEqual({ ok: false, refusal: 'held' });
    expect(device.state()).toBe('locked');
  });

  test('threat: the same, when the answer to the unlocking is lost', async () => {
    const device: ReturnType<typeof elsewhere> = elsewhere(
      async () => void (await lockAndHold(device.ports, INSTANCE, 'helpdesk')),
      () => Promise.reject(new GatewayError('unreachable', 'not-sent')),
    );
    await expect(unlockUnlessHeld(device.ports, INSTANCE)).rejects.toThrow(GatewayError);
    expect(device.state()).toBe('locked');
  });

  test('threat: two that unlock at once, and a lock between them', async () => {
    let calls = 0;
    const device: ReturnType<typeof elsewhere> = elsewhere(async () => {
      calls += 1;
      if (calls === 1) await unlockUnlessHeld(device.ports, INSTANCE);
      else await lockAndHold(device.ports, INSTANCE, 'helpdesk');
    });
    expect(await unlockUnlessHeld(device.ports, INSTANCE)).toEqual({ ok: false, refusal: 'held' });
    expect(device.state()).toBe('locked');
  });

  test('one that nothing holds is unlocked', async () => {
    const device = elsewhere(() => Promise.resolve());
    expect(await unlockUnlessHeld(device.ports, INSTANCE)).toEqual({ ok: true, value: null });
    expect(device.state()).toBe('active');
  });
});
