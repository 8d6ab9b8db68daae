import type { UserKey } from '@/lib/shared/identifiers/user-key';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  MAXIMUM_BASELINE_LENGTH,
  type OfflineActivation,
  type OfflineRegistration,
} from '@/lib/activation/activation-gateway';
import { generateActivationId } from '@/lib/shared/identifiers/activation-id';
import { checkOfflineMessage } from '@/lib/shared/codes/offline-message-limit';
import { systemRandom } from '@/lib/shared/random';
import { valueOf } from '../../support/phones/activate-device';
import { FakeOfflinePhone } from '../../support/doubles/fake-offline-phone';
import type { GatewayFixture, GatewayTraits } from './gateway-fixture';

const newId = () => generateActivationId(systemRandom);
const WRONG_DEVICE_CODE = '1'.repeat(26);
const WRONG_SIGNATURE = '1'.repeat(16);

/** What every adapter does with phones that have no network. @param current gives a person, new before each test */
export function offlineActivationContract(
  { tellsEnds, tellsOver, cancels, registersWith, registersInvited }: GatewayTraits,
  current: () => { fixture: GatewayFixture; user: UserKey; credential: string | null },
): void {
  let fixture: GatewayFixture;
  let user: UserKey;
  let credential: string | null;
  let offline: OfflineActivation;

  beforeEach(() => {
    ({ fixture, user, credential } = current());
    if (!fixture.gateway.offline) throw new Error('it activates no phones without a network');
    offline = fixture.gateway.offline;
  });

  const register = async () => valueOf(await offline.register(user, newId(), credential));
  const observe = (registration: OfflineRegistration) => fixture.gateway.observe(registration);
  const passUntil = (at: Date) => fixture.pass(at.getTime() - fixture.now().getTime());
  const wrong = { ok: false, refusal: 'wrong-code' };
  const over = { ok: false, refusal: tellsOver ? 'over' : 'wrong-code' };

  /** Up to the first image. */
  async function scan() {
    const registration = await register();
    return { registration, phone: await FakeOfflinePhone.scan(registration.activationMessage1) };
  }

  /** Up to the second one. */
  async function link() {
    const { registration, phone } = await scan();
    const { activationMessage2, expiresAt } = valueOf(await offline.addDevice(registration, phone.deviceCode));
    return { registration, phone, expiresAt, signature: await phone.scanSecond(activationMessage2) };
  }

  async function activate() {
    const { registration, signature } = await link();
    return { registration, ...valueOf(await offline.activate(registration, signature)) };
  }

  it('an offline registration has a message that fits an image, a future expiry and a baseline without secrets', async () => {
    const { activationMessage1, baseline, ...registration } = await register();
    expect(registration).toMatchObject(user);
    expect(checkOfflineMessage(activationMessage1)).toEqual({ ok: true, value: activationMessage1 });
    expect(registration.expiresAt.getTime()).toBeGreaterThan(fixture.now().getTime());
    expect((baseline ?? '').length).toBeLessThanOrEqual(MAXIMUM_BASELINE_LENGTH);
    for (const secret of [activationMessage1, credential ?? activationMessage1])
      expect(baseline ?? '').not.toContain(secret);
  });

  it('a phone is activated with two images and two codes, and its device is identified', async () => {
    const { registration, phone } = await scan();
    const added = valueOf(await offline.addDevice(registration, phone.deviceCode));
    expect(checkOfflineMessage(added.activationMessage2)).toMatchObject({ ok: true });
    expect(added.expiresAt.getTime()).toBeGreaterThan(fixture.now().getTime());
    const signature = await phone.scanSecond(added.activationMessage2);
    const { instanceId } = valueOf(await offline.activate(registration, signature));
    expect((await fixture.directory.list(user)).map((instance) => instance.instanceId)).toEqual([instanceId]);
    expect(await observe(registration)).toMatchObject({ state: 'active', instanceId });
  });

  it('each offline activation gets a device of its own', async () => {
    const [first, second] = [await activate(), await activate()];
    expect(second.instanceId).not.toBe(first.instanceId);
    expect(await observe(second.registration)).toMatchObject({ state: 'active', instanceId: second.instanceId });
  });

  it('an offline activation is never observed as scanned, and as active only at the end', async () => {
    const { registration, phone } = await scan();
    expect(await observe(registration)).toMatchObject({ state: 'issued', reached: {}, instanceId: null });
    await offline.addDevice(registration, phone.deviceCode);
    const { state, reached } = await observe(registration);
    expect(['issued', 'verified', 'linked']).toContain(state);
    expect(reached).not.toHaveProperty('scanned');
    expect(reached).not.toHaveProperty('active');
  });

  it.each([WRONG_DEVICE_CODE, '', '0', 'a\u0000b', '<&"\u{1f511}', '9'.repeat(200)])(
    'the wrong codes %j are refused, and the right ones are accepted afterwards',
    async (code) => {
      const { registration, phone } = await scan();
      expect(await offline.addDevice(registration, code)).toEqual(wrong);
      const { activationMessage2 } = valueOf(await offline.addDevice(registration, phone.deviceCode));
      expect(await offline.activate(registration, code)).toEqual(wrong);
      const signature = await phone.scanSecond(activationMessage2);
      expect(await offline.activate(registration, signature)).toMatchObject({ ok: true });
    },
  );

  it('a device code whose answer was lost is answered again', async () => {
    const { registration, phone, signature } = await link();
    const again = valueOf(await offline.addDevice(registration, phone.deviceCode));
    expect(await phone.scanSecond(again.activationMessage2)).toBe(signature);
  });

  it('only the first of two phones that scanned the same image can continue', async () => {
    const { registration, signature } = await link();
    const other = await FakeOfflinePhone.scan(registration.activationMessage1);
    expect(await offline.addDevice(registration, other.deviceCode)).toEqual(over);
    expect(await offline.activate(registration, signature)).toMatchObject({ ok: true });
    expect(await fixture.directory.list(user)).toHaveLength(1);
  });

  describe('a registration that has ended takes no codes', () => {
    it('a registration whose time is over before the first code takes none', async () => {
      const { registration, phone } = await scan();
      passUntil(registration.expiresAt);
      expect(await offline.addDevice(registration, phone.deviceCode)).toEqual(over);
      expect(await observe(registration)).toMatchObject({
        state: tellsEnds.includes('expired') ? 'expired' : 'issued',
      });
    });

    it('a registration whose time is over before the second code takes none', async () => {
      const { registration, signature, expiresAt } = await link();
      passUntil(expiresAt);
      expect(await offline.activate(registration, signature)).toEqual(over);
      expect((await observe(registration)).state).not.toBe('active');
    });

    it('a registration with too many wrong codes takes no more, and says why where it can', async () => {
      const { registration, phone } = await scan();
      for (let count = 0; count < 3; count++) await offline.addDevice(registration, WRONG_DEVICE_CODE);
      expect(await offline.addDevice(registration, phone.deviceCode)).toEqual(over);
      const { state, reason } = await observe(registration);
      const told = tellsEnds.includes('failed')
        ? [['failed', 'too-many-wrong-codes']]
        : [
            ['issued', null],
            ['expired', null],
          ];
      expect(told).toContainEqual([state, reason]);
    });

    it('a finished registration refuses every code but the signature that finished it', async () => {
      const { registration, signature } = await link();
      const first = await offline.activate(registration, signature);
      expect([first, over]).toContainEqual(await offline.activate(registration, signature));
      expect(await offline.activate(registration, WRONG_SIGNATURE)).toEqual(over);
      expect(await observe(registration)).toMatchObject({ state: 'active' });
    });

    it.each(['online', 'offline'])(
      'a registration takes no codes when its person has registered again, %s',
      async (type) => {
        const { registration, phone } = await scan();
        const again = type === 'online' ? fixture.gateway : offline;
        await again.register(user, newId(), credential);
        expect(await offline.addDevice(registration, phone.deviceCode)).toEqual(over);
      },
    );

    it('a registration that never was takes no codes', async () => {
      const unknown = { ...user, registrationIdentifier: 'unknown1', baseline: null };
      expect(await offline.addDevice(unknown, WRONG_DEVICE_CODE)).toEqual(over);
      expect(await offline.activate(unknown, WRONG_SIGNATURE)).toEqual(over);
    });
  });

  it(`a cancelled registration ${cancels ? 'takes no code' : 'goes on, as far as the gateway is concerned'}`, async () => {
    const { registration, phone } = await scan();
    await fixture.gateway.cancel(registration);
    expect((await offline.addDevice(registration, phone.deviceCode)).ok).toBe(!cancels);
  });

  it('an offline registration is refused at the limit of devices', async () => {
    for (let made = 0; made < fixture.activationLimit; made++) await activate();
    const refused = { ok: false, refusal: 'activation-limit-reached' };
    expect(await offline.register(user, newId(), credential)).toEqual(refused);
  });

  describe.runIf(registersWith === 'credential')('a credential', () => {
    it('a wrong credential is refused, and the right one is taken afterwards', async () => {
      const refused = { ok: false, refusal: 'credential-refused' };
      for (const one of [`${credential}x`, '\u{1f511}', '']) {
        expect(await offline.register(user, newId(), one)).toEqual(refused);
      }
      await expect(register()).resolves.toMatchObject(user);
    });

    it.runIf(registersInvited)('an invited user needs no credential for an offline activation', async () => {
      expect(await offline.register(user, newId(), null)).toMatchObject({ ok: true });
    });

    it.runIf(!registersInvited)('an offline activation requires a credential', async () => {
      await expect(offline.register(user, newId(), null)).rejects.toThrow(TypeError);
    });
  });
}
