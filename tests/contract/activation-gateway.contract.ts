import { beforeEach, describe, expect, it } from 'vitest';
import type { ActivationGateway, GatewayRegistration } from '@/lib/activation/activation-gateway';
import { generateActivationId } from '@/lib/activation/activation-id';
import type { AuthenticatorDirectory } from '@/lib/authenticators/authenticator-directory';
import { formatActivationPayload } from '@/lib/shared/activation-payload';
import { systemRandom } from '@/lib/shared/random';

/** A phone that can be led through the four connections. */
export type ContractPhone = {
  step(): Promise<'done' | 'refused'>;
  /** What it shows now, once it is activated. */
  oneTimePassword(at: Date): Promise<string>;
};

export type GatewayFixture = {
  gateway: ActivationGateway;
  directory: AuthenticatorDirectory;
  /** @param text what the image says */
  phone(text: string): ContractPhone;
  /** Makes proofs that do not hold until the gateway has had enough. */
  guess(text: string): Promise<void>;
  now(): Date;
  pass(milliseconds: number): void;
};

let people = 0;

/** All four of them. */
export async function makeConnections(phone: ContractPhone): Promise<string[]> {
  return [await phone.step(), await phone.step(), await phone.step(), await phone.step()];
}

/** What every adapter of the port `ActivationGateway` does. @param open gives a gateway, which need not be empty */
export function activationGatewayContract(open: () => GatewayFixture): void {
  let fixture: GatewayFixture;
  let user: { userId: string; domain: string };

  beforeEach(() => {
    fixture = open();
    user = { userId: `user ${(people += 1)}`, domain: 'example.org' };
  });

  async function register(id = generateActivationId(systemRandom)): Promise<GatewayRegistration> {
    const registered = await fixture.gateway.register(user, id);
    if (!registered.ok) throw new Error(registered.refusal);
    return registered.value;
  }

  const observe = async ({ registrationIdentifier }: GatewayRegistration) =>
    fixture.gateway.observe(registrationIdentifier);

  function imageOf(registration: GatewayRegistration): string {
    const { gatewayId } = fixture.gateway.capabilities;
    const payload = formatActivationPayload({ ...registration, ...(gatewayId === null ? {} : { gatewayId }) });
    if (!payload.ok) throw new Error(payload.refusal);
    return payload.value;
  }

  it('registers for the person, with credentials that an image can carry and a time that is to come', async () => {
    const registration = await register();
    expect(registration).toMatchObject(user);
    expect(imageOf(registration)).toContain(registration.activationPassword);
    expect(registration.expiresAt.getTime()).toBeGreaterThan(fixture.now().getTime());
    expect(await observe(registration)).toMatchObject({ state: 'issued', reached: {}, instanceId: null, reason: null });
  });

  it('registers again for the same activation, and one of both works', async () => {
    const id = generateActivationId(systemRandom);
    const [first, second] = [await register(id), await register(id)];
    expect(await observe(second)).toMatchObject({ state: 'issued' });
    const isSame = first.registrationIdentifier === second.registrationIdentifier;
    expect(await observe(first)).toMatchObject({ state: isSame ? 'issued' : 'superseded' });
    const phone = fixture.phone(imageOf(second));
    expect(await makeConnections(phone)).toEqual(['done', 'done', 'done', 'done']);
  });

  it('observes the steps that it declares, as they are made', async () => {
    const registration = await register();
    const phone = fixture.phone(imageOf(registration));
    const seen: string[] = [];
    while ((await phone.step()) === 'done') {
      seen.push((await observe(registration)).state);
    }
    const { observes } = fixture.gateway.capabilities;
    expect(seen.filter((state) => (observes as readonly string[]).includes(state))).toEqual(observes);
    const { state, reached, instanceId } = await observe(registration);
    expect(state).toBe('active');
    expect(Object.keys(reached)).toEqual(observes);
    expect((await fixture.directory.list(user)).map((instance) => instance.instanceId)).toEqual([instanceId]);
  });

  describe('cancelling', () => {
    it.each([0, 1, 2, 3])('after %i connections lets the phone go no further', async (steps) => {
      const registration = await register();
      const phone = fixture.phone(imageOf(registration));
      for (let made = 0; made < steps; made++) await phone.step();
      await fixture.gateway.cancel(registration.registrationIdentifier);
      expect(await phone.step()).toBe('refused');
      expect(await observe(registration)).toMatchObject({ state: 'cancelled' });
      expect(await fixture.directory.list(user)).toEqual([]);
    });

    it('does nothing to what has ended or is unknown', async () => {
      const registration = await register();
      const phone = fixture.phone(imageOf(registration));
      await makeConnections(phone);
      await fixture.gateway.cancel(registration.registrationIdentifier);
      expect(await observe(registration)).toMatchObject({ state: 'active' });
      await expect(fixture.gateway.cancel('unknown1')).resolves.toBeUndefined();
    });
  });

  it('says that it does not know what it does not know', async () => {
    expect(await fixture.gateway.observe('unknown1')).toMatchObject({ state: 'unknown', instanceId: null });
  });

  it('says that a registration is over when its time is, and lets no phone begin', async () => {
    const registration = await register();
    fixture.pass(registration.expiresAt.getTime() - fixture.now().getTime());
    expect(await fixture.phone(imageOf(registration)).step()).toBe('refused');
    expect(await observe(registration)).toMatchObject({ state: 'expired' });
  });

  it('fails a registration for wrong passwords, and says so', async () => {
    const registration = await register();
    await fixture.guess(imageOf(registration));
    expect(await observe(registration)).toMatchObject({ state: 'failed', reason: 'too-many-wrong-passwords' });
  });

  it('refuses to register when there are as many devices as there may be', async () => {
    const { limit } = await fixture.directory.limits(user);
    for (let made = 0; made < limit; made++) {
      const phone = fixture.phone(imageOf(await register()));
      await makeConnections(phone);
    }
    expect(await fixture.gateway.register(user, generateActivationId(systemRandom))).toEqual({
      ok: false,
      refusal: 'activation-limit-reached',
    });
    expect(await fixture.directory.limits(user)).toEqual({ used: limit, limit });
  });

  it('is well', async () => {
    await expect(fixture.gateway.checkHealth()).resolves.toBeUndefined();
  });
}
