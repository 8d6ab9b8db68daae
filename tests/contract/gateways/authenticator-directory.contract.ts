import { beforeEach, describe, expect, it } from 'vitest';
import { generateActivationId } from '@/lib/shared/identifiers/activation-id';
import type { AuthenticatorDirectory, DirectoryCapabilities } from '@/lib/devices/authenticator-directory';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { systemRandom } from '@/lib/shared/random';
import { imageOf, makeConnections } from './activation-gateway.contract';
import type { ContractPhone, GatewayFixture } from './gateway-fixture';

const NOT_FOUND = { ok: false, refusal: 'not-found' };
const UNKNOWN = ['VDS0000000-1', 'VDS0000000', '', 'x', "VDS0000000-1' OR '1", 'VDS0000000-99999999999999999999'];
const VERBS = ['findOwner', 'rename', 'lock', 'unlock', 'remove', 'testOneTimePassword', 'limits'] as const;
const CHANGES = ['rename', 'lock', 'unlock', 'remove'] as const;
let people = 0;

/** What an adapter says of itself, which decides what is asked of it. */
export type DirectoryTraits = DirectoryCapabilities & {
  /** Whether instances say when they were activated and last used. */
  tellsTimes: boolean;
  /** Whether a refused one-time password is told by its reason; else it is wrong, and no more. */
  tellsWhy: boolean;
};

/** What every adapter of the port `AuthenticatorDirectory` does. @param open gives one, which need not be empty */
export function authenticatorDirectoryContract(
  { tellsTimes, tellsWhy, ...capabilities }: DirectoryTraits,
  open: () => GatewayFixture | Promise<GatewayFixture>,
): void {
  let fixture: GatewayFixture;
  let directory: AuthenticatorDirectory;
  let owner: { userId: string; domain: string };
  let credential: string | null;
  let phone: ContractPhone;
  let instanceId: string;

  beforeEach(async () => {
    fixture = await open();
    ({ directory } = fixture);
    owner = { userId: `owner ${(people += 1)}`, domain: 'example.org' };
    credential = await fixture.addUser(owner);
    phone = await activate();
    instanceId = (await only()).instanceId;
  });

  async function activate(): Promise<ContractPhone> {
    const registered = await fixture.gateway.register(owner, generateActivationId(systemRandom), credential);
    if (!registered.ok) throw new Error(registered.refusal);
    const activated = fixture.phone(imageOf(fixture, registered.value));
    await makeConnections(activated);
    return activated;
  }

  async function only() {
    const [instance, ...others] = await directory.list(owner);
    if (!instance || others.length > 0) throw new Error('there is not exactly one');
    return instance;
  }

  const test = (password: string) => directory.testOneTimePassword(instanceId, password);
  const passwordAt = (offsetMs: number) => phone.oneTimePassword(new Date(fixture.now().getTime() + offsetMs));
  const isOn = (name: keyof DirectoryCapabilities) => capabilities[name] === true;
  const accepted = (driftSeconds: number) => ({ ok: true, driftSeconds: tellsWhy ? driftSeconds : null });
  const refused = (code: string, more = {}) => ({
    ok: false,
    refusal: tellsWhy || code === 'not-found' ? { code, ...more } : { code: 'wrong-password' },
  });

  const call = (name: keyof DirectoryCapabilities, instance: string): Promise<unknown> => {
    if (name === 'rename') return directory.rename(instance, 'name');
    if (name === 'limits') return directory.limits(owner);
    if (name === 'findOwner') return directory.findOwner(instance);
    if (name === 'testOneTimePassword') return directory.testOneTimePassword(instance, '123456');
    return directory[name](instance);
  };

  it('the directory declares its capabilities', () => {
    expect(directory.capabilities).toEqual(capabilities);
  });

  const off = VERBS.filter((name) => !isOn(name));
  it.runIf(off.length > 0).each(off)('the directory throws if it is called for what it cannot do: %s', async (name) => {
    await expect(call(name, instanceId)).rejects.toThrow(TypeError);
  });

  it('an activated device is listed for its owner only', async () => {
    const times = tellsTimes ? { activatedAt: fixture.now(), lastUsedAt: null } : {};
    expect(await only()).toMatchObject({ state: 'active', ...times });
    expect(await directory.list({ ...owner, domain: 'elsewhere' })).toEqual([]);
    expect(await directory.list({ ...owner, userId: 'nobody' })).toEqual([]);
  });

  it.runIf(tellsTimes)('devices are listed newest first', async () => {
    fixture.pass(SECOND);
    await activate();
    const [newest, oldest, ...others] = await directory.list(owner);
    expect([oldest?.instanceId, others]).toEqual([instanceId, []]);
    expect(newest?.activatedAt).toEqual(fixture.now());
  });

  it.runIf(isOn('limits'))('the directory returns how many devices exist and may exist', async () => {
    const limit = fixture.activationLimit;
    expect(await directory.limits(owner)).toEqual({ used: 1, limit });
    await activate();
    expect(await directory.limits(owner)).toEqual({ used: 2, limit });
  });

  it('what a person holds has the same devices and limits as the questions for each', async () => {
    const limits = isOn('limits') ? await directory.limits(owner) : null;
    const instances = await directory.list(owner);
    expect(await directory.holdings(owner)).toEqual({ instances, others: [], expired: [], limits });
    const nobody = { ...owner, userId: 'nobody' };
    expect(await directory.holdings(nobody)).toMatchObject({ instances: [], others: [], expired: [] });
  });

  it.runIf(isOn('findOwner'))('the owner of a serial number is found', async () => {
    const { serialNumber } = await only();
    expect(await directory.findOwner(serialNumber)).toEqual(owner);
    for (const unknown of UNKNOWN) expect(await directory.findOwner(unknown)).toBeNull();
  });

  it.runIf(isOn('rename'))('a device can be renamed', async () => {
    expect(await directory.rename(instanceId, 'Jané’s 📱')).toEqual({ ok: true, value: null });
    expect((await only()).name).toBe('Jané’s 📱');
  });

  it.each(UNKNOWN)('no device is found by the unknown ID %j', async (unknown) => {
    const asked = CHANGES.filter(isOn);
    const answers = await Promise.all(asked.map((name) => call(name, unknown)));
    expect(answers).toEqual(asked.map(() => NOT_FOUND));
  });

  it.runIf(isOn('testOneTimePassword')).each(UNKNOWN)(
    'a one-time password of the unknown ID %j is not accepted',
    async (unknown) => {
      expect(await directory.testOneTimePassword(unknown, '123456')).toEqual(refused('not-found'));
    },
  );

  describe.runIf(isOn('lock'))('a locked device', () => {
    beforeEach(() => directory.lock(instanceId));

    it('a locked device is listed as locked, and can be locked again', async () => {
      expect((await only()).state).toBe('locked');
      expect(await directory.lock(instanceId)).toEqual({ ok: true, value: null });
    });

    it.runIf(isOn('unlock'))('a locked device can be unlocked', async () => {
      expect(await directory.unlock(instanceId)).toEqual({ ok: true, value: null });
      expect((await only()).state).toBe('active');
    });

    it.runIf(isOn('testOneTimePassword') && isOn('unlock'))(
      'a locked device’s passwords are refused until it is unlocked',
      async () => {
        expect(await test(await passwordAt(0))).toEqual(refused('locked'));
        await directory.unlock(instanceId);
        expect(await test(await passwordAt(0))).toMatchObject({ ok: true });
      },
    );

    it.each((['rename', 'remove'] as const).filter(isOn))('a locked device can be changed: %s', async (name) => {
      expect(await call(name, instanceId)).toEqual({ ok: true, value: null });
    });
  });

  describe.runIf(isOn('unlock') && !isOn('lock'))('a device that the gateway itself has locked', () => {
    beforeEach(() => fixture.lockOut?.(owner));

    it('threat: a person whose account the gateway has locked does not lift that by unlocking a device', async () => {
      expect((await only()).state).toBe('locked');
      expect(await directory.unlock(instanceId)).toEqual({ ok: false, refusal: 'held' });
      expect((await only()).state).toBe('locked');
    });
  });

  describe.runIf(isOn('remove'))('a removed device', () => {
    beforeEach(() => directory.remove(instanceId));

    it('a removed device is gone for good, and makes room for another with its own name', async () => {
      expect(await directory.list(owner)).toEqual([]);
      const asked = CHANGES.filter(isOn);
      expect(await Promise.all(asked.map((name) => call(name, instanceId)))).toEqual(asked.map(() => NOT_FOUND));
      await activate();
      expect((await only()).instanceId).not.toBe(instanceId);
    });

    it.runIf(isOn('limits'))('no longer counts', async () => {
      expect(await directory.limits(owner)).toMatchObject({ used: 0 });
    });

    it.runIf(isOn('testOneTimePassword'))('a removed device’s passwords are not accepted', async () => {
      expect(await test(await passwordAt(0))).toEqual(refused('not-found'));
    });
  });

  describe.runIf(isOn('testOneTimePassword'))('a one-time password', () => {
    it('a one-time password is accepted once', async () => {
      fixture.pass(MINUTE);
      const password = await passwordAt(0);
      expect(await test(password)).toEqual(accepted(0));
      expect((await only()).lastUsedAt).toEqual(tellsTimes ? fixture.now() : undefined);
      expect(await test(password)).toEqual(refused('already-used'));
    });

    it('a one-time password is accepted once when it arrives concurrently', async () => {
      const password = await passwordAt(0);
      const verdicts = await Promise.all(Array.from({ length: 6 }, () => test(password)));
      expect(verdicts.filter(({ ok }) => ok)).toHaveLength(1);
    });

    it.each([-30, 30])('a one-time password of a clock that is %i seconds off is accepted', async (drift) => {
      expect(await test(await passwordAt(drift * SECOND))).toEqual(accepted(drift));
    });

    it.each([-120, -60, 60, 600])('a one-time password of a clock that is %i seconds off is refused', async (drift) => {
      const verdict = await test(await passwordAt(drift * SECOND));
      expect(verdict).toEqual(refused('clock-off', { driftSeconds: drift }));
    });

    it('a one-time password older than the one used last is refused', async () => {
      const early = await passwordAt(0);
      expect(await test(await passwordAt(30 * SECOND))).toMatchObject({ ok: true });
      expect(await test(early)).toEqual(refused('already-used'));
    });

    it.each(['', '12345', '1234567', 'abcdef', '１２３４５６', '-12345'])('%j is wrong', async (password) => {
      expect(await test(password)).toEqual({ ok: false, refusal: { code: 'wrong-password' } });
    });
  });
}
