import { beforeEach, describe, expect, it } from 'vitest';
import { generateActivationId } from '@/lib/activation/activation-id';
import type { AuthenticatorDirectory } from '@/lib/authenticators/authenticator-directory';
import { MINUTE, SECOND } from '@/lib/shared/duration';
import { systemRandom } from '@/lib/shared/random';
import { imageOf, makeConnections, type ContractPhone, type GatewayFixture } from './activation-gateway.contract';

const NOT_FOUND = { ok: false, refusal: 'not-found' };
const UNKNOWN = ['VDS0000000-1', 'VDS0000000', '', 'x', "VDS0000000-1' OR '1", 'VDS0000000-99999999999999999999'];
let people = 0;

/** What every adapter of the port `AuthenticatorDirectory` does. @param open gives one, which need not be empty */
export function authenticatorDirectoryContract(open: () => GatewayFixture | Promise<GatewayFixture>): void {
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

  it('lists an activated device, of its owner alone', async () => {
    expect(await only()).toMatchObject({ state: 'active', activatedAt: fixture.now(), lastUsedAt: null });
    expect(await directory.list({ ...owner, domain: 'elsewhere' })).toEqual([]);
    expect(await directory.list({ ...owner, userId: 'nobody' })).toEqual([]);
  });

  it('lists the newest first', async () => {
    fixture.pass(SECOND);
    await activate();
    const listed = await directory.list(owner);
    expect(listed.map((instance) => instance.sequenceNumber)).toEqual([2, 1]);
    expect(await directory.limits(owner)).toMatchObject({ used: 2 });
  });

  it('knows whose a serial number is', async () => {
    const { serialNumber } = await only();
    expect(await directory.findOwner(serialNumber)).toEqual(owner);
    for (const unknown of UNKNOWN) expect(await directory.findOwner(unknown)).toBeNull();
  });

  it('gives a device its name', async () => {
    expect(await directory.rename(instanceId, 'Jané’s 📱')).toEqual({ ok: true, value: null });
    expect((await only()).name).toBe('Jané’s 📱');
  });

  it.each(UNKNOWN)('finds nothing under %j', async (unknown) => {
    expect(await directory.rename(unknown, 'name')).toEqual(NOT_FOUND);
    expect(await directory.lock(unknown)).toEqual(NOT_FOUND);
    expect(await directory.unlock(unknown)).toEqual(NOT_FOUND);
    expect(await directory.remove(unknown)).toEqual(NOT_FOUND);
    expect(await directory.testOneTimePassword(unknown, '123456')).toEqual({
      ok: false,
      refusal: { code: 'not-found' },
    });
  });

  describe('a locked device', () => {
    beforeEach(() => directory.lock(instanceId));

    it('is refused whatever it shows, until it is unlocked', async () => {
      expect((await only()).state).toBe('locked');
      expect(await test(await passwordAt(0))).toEqual({ ok: false, refusal: { code: 'locked' } });
      expect(await directory.unlock(instanceId)).toEqual({ ok: true, value: null });
      expect(await test(await passwordAt(0))).toMatchObject({ ok: true });
    });

    it('can be locked again, renamed and removed', async () => {
      expect(await directory.lock(instanceId)).toEqual({ ok: true, value: null });
      expect(await directory.rename(instanceId, 'Lost')).toEqual({ ok: true, value: null });
      expect(await directory.remove(instanceId)).toEqual({ ok: true, value: null });
    });
  });

  describe('a removed device', () => {
    beforeEach(() => directory.remove(instanceId));

    it('is gone for good and makes room for another, with a number of its own', async () => {
      expect(await directory.list(owner)).toEqual([]);
      expect(await directory.limits(owner)).toMatchObject({ used: 0 });
      for (const change of ['lock', 'unlock', 'remove'] as const)
        expect(await directory[change](instanceId)).toEqual(NOT_FOUND);
      expect(await test(await passwordAt(0))).toEqual({ ok: false, refusal: { code: 'not-found' } });
      await activate();
      expect((await only()).instanceId).not.toBe(instanceId);
    });
  });

  describe('a one-time password', () => {
    it('is accepted once, and notes when', async () => {
      fixture.pass(MINUTE);
      const password = await passwordAt(0);
      expect(await test(password)).toEqual({ ok: true, driftSeconds: 0 });
      expect((await only()).lastUsedAt).toEqual(fixture.now());
      expect(await test(password)).toEqual({ ok: false, refusal: { code: 'already-used' } });
    });

    it('is accepted once when it comes many times at the same moment', async () => {
      const password = await passwordAt(0);
      const verdicts = await Promise.all(Array.from({ length: 6 }, () => test(password)));
      expect(verdicts.filter(({ ok }) => ok)).toHaveLength(1);
    });

    it.each([-30, 30])('of a clock that is %i seconds off is accepted, and told of', async (drift) => {
      expect(await test(await passwordAt(drift * SECOND))).toEqual({ ok: true, driftSeconds: drift });
    });

    it.each([-120, -60, 60, 600])('of a clock that is %i seconds off is refused, and told of', async (drift) => {
      expect(await test(await passwordAt(drift * SECOND))).toEqual({
        ok: false,
        refusal: { code: 'clock-off', driftSeconds: drift },
      });
    });

    it('of before the one used last is not accepted any more', async () => {
      const early = await passwordAt(0);
      expect(await test(await passwordAt(30 * SECOND))).toMatchObject({ ok: true });
      expect(await test(early)).toEqual({ ok: false, refusal: { code: 'already-used' } });
    });

    it.each(['', '12345', '1234567', 'abcdef', '１２３４５６', '-12345'])('%j is wrong', async (password) => {
      expect(await test(password)).toEqual({ ok: false, refusal: { code: 'wrong-password' } });
    });
  });
}
