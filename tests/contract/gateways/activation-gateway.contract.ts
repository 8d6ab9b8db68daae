import { beforeEach, describe, expect, it } from 'vitest';
import { MAXIMUM_BASELINE_LENGTH, type GatewayRegistration } from '@/lib/activation/activation-gateway';
import { generateActivationId } from '@/lib/shared/identifiers/activation-id';
import { formatActivationPayload } from '@/lib/shared/codes/activation-payload';
import { systemRandom } from '@/lib/shared/random';
import type { ContractPhone, GatewayFixture, GatewayTraits } from './gateway-fixture';
import { offlineActivationContract } from './offline-activation.contract';

let people = 0;
const newId = () => generateActivationId(systemRandom);

/** All four of them. */
export async function makeConnections(phone: ContractPhone): Promise<string[]> {
  return [await phone.step(), await phone.step(), await phone.step(), await phone.step()];
}

/** What the image of a registration says. */
export function imageOf({ gateway }: GatewayFixture, registration: GatewayRegistration): string {
  const { gatewayId } = gateway.capabilities;
  const payload = formatActivationPayload({ ...registration, ...(gatewayId === null ? {} : { gatewayId }) });
  if (!payload.ok) throw new Error(payload.refusal);
  return payload.value;
}

/** What every adapter of the port `ActivationGateway` does. @param open gives a gateway, which need not be empty */
export function activationGatewayContract(
  traits: GatewayTraits,
  open: () => GatewayFixture | Promise<GatewayFixture>,
): void {
  const { tellsEnds, tellsOver: _, ...capabilities } = traits;
  let fixture: GatewayFixture;
  let user: { userId: string; domain: string };
  let credential: string | null;

  beforeEach(async () => {
    fixture = await open();
    user = { userId: `user ${(people += 1)}`, domain: 'example.org' };
    credential = await fixture.addUser(user);
  });

  async function register(id = newId()): Promise<GatewayRegistration> {
    const registered = await fixture.gateway.register(user, id, credential);
    if (!registered.ok) throw new Error(registered.refusal);
    return registered.value;
  }

  async function registerAndMake(steps: number): Promise<[GatewayRegistration, ContractPhone]> {
    const registration = await register();
    const phone = phoneFor(registration);
    for (let made = 0; made < steps; made++) await phone.step();
    return [registration, phone];
  }

  const phoneFor = (registration: GatewayRegistration) => fixture.phone(imageOf(fixture, registration));
  const observe = async (registration: GatewayRegistration) => fixture.gateway.observe(registration);
  const unknown = () => ({ ...user, registrationIdentifier: 'unknown1', baseline: null });
  const tells = (end: (typeof tellsEnds)[number]) => tellsEnds.includes(end);
  const observes = (state: string) => (capabilities.observes as readonly string[]).includes(state);

  it('the gateway declares its capabilities', () => {
    expect(fixture.gateway.capabilities).toMatchObject(capabilities);
  });

  it('a registration has credentials that fit an image, and expires in the future', async () => {
    const registration = await register();
    expect(registration).toMatchObject(user);
    expect(imageOf(fixture, registration)).toContain(registration.activationPassword);
    expect(registration.expiresAt.getTime()).toBeGreaterThan(fixture.now().getTime());
    expect(await observe(registration)).toMatchObject({ state: 'issued', reached: {}, instanceId: null, reason: null });
  });

  it('the baseline is short and holds no secret', async () => {
    const registration = await register();
    const [baseline, { activationPassword }] = [registration.baseline ?? '', registration];
    expect(baseline.length).toBeLessThanOrEqual(MAXIMUM_BASELINE_LENGTH);
    for (const secret of [activationPassword, credential ?? activationPassword]) expect(baseline).not.toContain(secret);
  });

  it('a second registration for the same activation replaces the first', async () => {
    const id = newId();
    const [first, second] = [await register(id), await register(id)];
    expect(await observe(second)).toMatchObject({ state: 'issued' });
    const isOver = first.registrationIdentifier !== second.registrationIdentifier && tells('superseded');
    expect(await observe(first)).toMatchObject({ state: isOver ? 'superseded' : 'issued' });
    expect(await makeConnections(phoneFor(second))).toEqual(['done', 'done', 'done', 'done']);
  });

  it('the gateway observes the steps it declares, in the order the phone makes them', async () => {
    const registration = await register();
    const phone = phoneFor(registration);
    const seen: string[] = [];
    for (let connection = 1; connection <= 4; connection++) {
      expect(await phone.step()).toBe('done');
      seen.push((await observe(registration)).state);
    }
    expect([...new Set(seen)].filter(observes)).toEqual(capabilities.observes);
    expect(seen.filter((state) => state !== 'issued' && !observes(state))).toEqual([]);
    const { state, reached, instanceId } = await observe(registration);
    expect(state).toBe('active');
    expect(Object.keys(reached)).toEqual(capabilities.observes);
    expect((await fixture.directory.list(user)).map((instance) => instance.instanceId)).toEqual([instanceId]);
  });

  it('the gateway tells the picture of the new key from the link on, and always the same, or never', async () => {
    const registration = await register();
    const phone = phoneFor(registration);
    const pictures = [(await observe(registration)).mosaic];
    for (let connection = 1; connection <= 4; connection++) {
      await phone.step();
      pictures.push((await observe(registration)).mosaic);
    }
    const [picture = null] = pictures.slice(-1);
    expect(pictures).toEqual([null, null, null, picture, picture]);
    expect(picture === null).toBe(!capabilities.hasOwnApp);
  });

  it('the gateway distinguishes the new device from those that existed', async () => {
    await makeConnections(phoneFor(await register()));
    const known = (await fixture.directory.list(user)).map(({ instanceId }) => instanceId);
    const registration = await register();
    expect(await observe(registration)).toMatchObject({ state: 'issued', instanceId: null });
    await makeConnections(phoneFor(registration));
    const { state, instanceId } = await observe(registration);
    expect(state).toBe('active');
    expect(known).not.toContain(instanceId);
  });

  describe('cancelling', () => {
    const afterSteps = it.runIf(capabilities.cancels).each([0, 1, 2, 3]);

    afterSteps('after %i connections lets the phone go no further', async (steps) => {
      const [registration, phone] = await registerAndMake(steps);
      await fixture.gateway.cancel(registration);
      expect(await phone.step()).toBe('refused');
      const before = ['issued', 'scanned', 'verified', 'linked'];
      expect(tells('cancelled') ? ['cancelled'] : before).toContain((await observe(registration)).state);
      expect(await fixture.directory.list(user)).toEqual([]);
    });

    it.runIf(!capabilities.cancels)('a phone that has read the image finishes after a cancellation', async () => {
      const [registration, phone] = await registerAndMake(1);
      await fixture.gateway.cancel(registration);
      expect(await phone.step()).toBe('done');
    });

    it('a cancellation does nothing to a registration that has ended or is unknown', async () => {
      const registration = await register();
      await makeConnections(phoneFor(registration));
      await fixture.gateway.cancel(registration);
      expect(await observe(registration)).toMatchObject({ state: 'active' });
      await expect(fixture.gateway.cancel(unknown())).resolves.toBeUndefined();
    });
  });

  it('an unknown registration is observed without a device', async () => {
    const state = tells('unknown') ? 'unknown' : 'issued';
    expect(await fixture.gateway.observe(unknown())).toMatchObject({ state, instanceId: null });
  });

  it('an expired registration refuses phones, and is reported as expired where the gateway can tell', async () => {
    const registration = await register();
    fixture.pass(registration.expiresAt.getTime() - fixture.now().getTime());
    expect(await phoneFor(registration).step()).toBe('refused');
    expect(await observe(registration)).toMatchObject({ state: tells('expired') ? 'expired' : 'issued' });
  });

  it('too many wrong passwords void a registration, and are reported where the gateway can tell', async () => {
    const registration = await register();
    await fixture.guess(imageOf(fixture, registration));
    const failed = { state: 'failed', reason: 'too-many-wrong-passwords' };
    const { state, reason } = await observe(registration);
    const unseen = tells('expired') ? ['issued', 'expired'] : ['issued'];
    expect(tells('failed') ? [failed] : unseen.map((one) => ({ state: one, reason: null }))).toContainEqual({
      state,
      reason,
    });
    expect(await phoneFor(registration).step()).toBe('refused');
  });

  it('registration is refused at the limit of devices', async () => {
    const { directory, activationLimit: limit } = fixture;
    for (let made = 0; made < limit; made++) await makeConnections(phoneFor(await register()));
    const refused = { ok: false, refusal: 'activation-limit-reached' };
    expect(await fixture.gateway.register(user, newId(), credential)).toEqual(refused);
    expect(await directory.list(user)).toHaveLength(limit);
  });

  describe.runIf(capabilities.registersWith === 'credential')('a credential', () => {
    it('a wrong credential is refused, and the right one is taken afterwards', async () => {
      const refused = { ok: false, refusal: 'credential-refused' };
      for (const wrong of [`${credential}x`, 'x', '\u{1f511}'])
        expect(await fixture.gateway.register(user, newId(), wrong)).toEqual(refused);
      await expect(register()).resolves.toMatchObject(user);
    });

    it.runIf(capabilities.registersInvited)('an invited user registers without a credential', async () => {
      expect(await fixture.gateway.register(user, newId(), null)).toMatchObject({ ok: true });
    });

    it.runIf(!capabilities.registersInvited)('a credential has to be given', async () => {
      await expect(fixture.gateway.register(user, newId(), null)).rejects.toThrow(TypeError);
    });
  });

  describe('a phone without a network', () => {
    offlineActivationContract(traits, () => ({ fixture, user, credential }));
  });

  it('a gateway that works says that it is well', async () => {
    await expect(fixture.gateway.checkHealth()).resolves.toBeUndefined();
  });
}
