import { expect, it } from 'vitest';
import type { DirectoryCapabilities } from '@/lib/devices/authenticator-directory';
import { lockAndHold } from '@/lib/devices/locks/lock-and-hold';
import { nameKeepingDirectory } from '@/lib/devices/name-keeping-directory';
import { PrismaDeviceHolds } from '@/lib/database/tables/devices/prisma-device-holds';
import { PrismaDeviceNames } from '@/lib/database/tables/devices/prisma-device-names';
import { EmbeddedAuthenticatorDirectory } from '@/lib/gateways/embedded/embedded-authenticator-directory';
import { formatInstanceId } from '@/lib/shared/identifiers/instance-id';
import { systemClock } from '@/lib/shared/time/clock';
import { addActiveDevice } from '../../support/add-active-device';
import { forUseCases } from '../../support/databases/databases';
import { InterruptibleDirectory } from '../../support/doubles/fake-interruptible-directory';
import { createTestGateway } from '../../support/servers/test-gateway';
import { testPersister } from '../../support/test-chain';

forUseCases((_name, open) => {
  /** Somebody's device at a gateway that keeps no names. */
  async function openDirectory(change: Partial<DirectoryCapabilities> = {}) {
    const { gateway, store } = createTestGateway();
    const { serialNumber, sequenceNumber, ...owner } = await addActiveDevice(store);
    const inner = new InterruptibleDirectory(new EmbeddedAuthenticatorDirectory(gateway));
    inner.capabilities = { ...inner.capabilities, rename: 'not-documented', ...change };
    const { client } = await open();
    const names = new PrismaDeviceNames(client);
    const holds = new PrismaDeviceHolds(client, testPersister(systemClock));
    const directory = nameKeepingDirectory(inner, names);
    const nameOf = async () => (await directory.list(owner))[0]?.name;
    return {
      directory,
      inner,
      names,
      holds,
      nameOf,
      owner,
      instanceId: formatInstanceId(serialNumber, sequenceNumber),
    };
  }

  it('a device has the name that its person gave it last, where the gateway keeps none', async () => {
    const { directory, inner, nameOf, owner, instanceId } = await openDirectory();
    expect(directory.capabilities.rename).toBe(true);
    expect(await nameOf()).toBe('Phone');
    await directory.rename(instanceId, 'Work phone');
    await directory.rename(instanceId, 'Jané’s 📱');
    expect(await nameOf()).toBe('Jané’s 📱');
    expect((await inner.list(owner))[0]?.name).toBe('Phone');
  });

  it('the name of a removed device is gone, and that of one that could not be removed is not', async () => {
    const { directory, inner, names, nameOf, instanceId } = await openDirectory();
    await directory.rename(instanceId, 'Work phone');
    inner.isReachable = false;
    await expect(directory.remove(instanceId)).rejects.toMatchObject({ code: 'unreachable' });
    expect(await nameOf()).toBe('Work phone');
    inner.isReachable = true;
    expect(await directory.remove(instanceId)).toMatchObject({ ok: true });
    expect(await names.find([instanceId])).toEqual(new Map());
  });

  it('threat: a licence that goes to another person — a device of the same identifier is held for nothing', async () => {
    const { directory, inner, holds, instanceId } = await openDirectory({ lock: 'not-documented' });
    inner.isReachable = false;
    const lock = () => lockAndHold({ directory, holds, clock: systemClock }, instanceId, 'reported');
    await expect(lock()).rejects.toMatchObject({ code: 'unreachable' });
    expect(await holds.standing(instanceId)).toEqual(['reported']);
    inner.isReachable = true;
    expect(await lock()).toMatchObject({ ok: true });
    expect(await holds.standing(instanceId)).toEqual([]);
  });

  it('other calls are passed to the gateway', async () => {
    const { directory, owner, instanceId } = await openDirectory();
    expect(await directory.limits(owner)).toMatchObject({ used: 1 });
    expect(await directory.findOwner(instanceId.split('-')[0] ?? '')).toEqual(owner);
    expect(await directory.lock(instanceId)).toMatchObject({ ok: true });
    expect((await directory.list(owner))[0]?.state).toBe('locked');
    expect(await directory.unlock(instanceId)).toMatchObject({ ok: true });
    expect(await directory.testOneTimePassword('VDS0000000-1', '123456')).toMatchObject({ ok: false });
  });
});
