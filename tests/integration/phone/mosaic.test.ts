import { describe, expect, test } from 'vitest';
import { makeConnection } from '@/lib/phone/activation/drive-activation';
import { computeVerifier } from '@/lib/wire/crypto/srp/srp-server';
import { GATEWAY_SRP } from '@/lib/gateways/embedded/engine/openssl';
import {
  committedKeyContext,
  verifierContext,
  type Registered,
} from '@/lib/gateways/embedded/engine/registration/registration';
import type { RegistrationCredentials } from '@/lib/gateways/embedded/engine/registration/register';
import { KeyRing } from '@/lib/wire/crypto/key-ring';
import { saltFor } from '@/lib/wire/crypto/messages/mosaic';
import { hexFromBytes } from '@/lib/shared/bytes';
import { systemRandom } from '@/lib/shared/random';
import { finishActivation, license, link, TEST_PIN, valueOf } from '../../support/phones/activate-device';
import { GatewayServer } from '../../support/servers/gateway-server';
import { createTestGateway, FRONT_END_KEY, GATEWAY_ID, type TestGateway } from '../../support/servers/test-gateway';
import { forEachGateway } from '../../support/servers/use-gateway';

const KEY_RING = new KeyRing([{ id: 'test', key: new Uint8Array(32).fill(7) }]);

/** A gateway of somebody between a phone and the genuine one, who has read the image. */
async function gatewayBetween({ registrationIdentifier, activationPassword }: RegistrationCredentials) {
  const between = createTestGateway();
  const owner = { userId: 'jane', domain: 'example.org' };
  const made = valueOf(await between.gateway.register(owner));
  const stored = await between.store.findRegistration(made.registrationIdentifier);
  if (stored?.registration.state !== 'registered') throw new Error('it was not registered');
  const instanceKey = systemRandom.bytes(32);
  const salt = await saltFor(instanceKey, registrationIdentifier);
  const verifier = await computeVerifier(GATEWAY_SRP, registrationIdentifier, activationPassword, salt);
  const key = await KEY_RING.encrypt(hexFromBytes(instanceKey), committedKeyContext(registrationIdentifier));
  const registration: Registered = {
    ...stored.registration,
    identifier: registrationIdentifier,
    salt: hexFromBytes(salt),
    encryptedVerifier: await KEY_RING.encrypt(verifier.toString(16), verifierContext(registrationIdentifier)),
    encryptedCommittedKey: key,
  };
  await between.store.addRegistration(registration, stored.licence.version);
  return { between, registration };
}

async function overHttp<Value>(
  { gateway }: TestGateway,
  use: (address: { gatewayUrl: string; gatewayId: string; frontEndKey: string }) => Promise<Value>,
): Promise<Value> {
  const server = await GatewayServer.open(gateway, { gatewayId: GATEWAY_ID, frontEndKey: FRONT_END_KEY });
  try {
    return await use({ gatewayUrl: server.url, gatewayId: GATEWAY_ID, frontEndKey: FRONT_END_KEY });
  } finally {
    await server.close();
  }
}

forEachGateway((fixture) => {
  const pictureOf = async ({ registrationIdentifier }: { registrationIdentifier: string }) =>
    (await fixture().gateway.observe(registrationIdentifier))?.mosaic;

  describe('the picture that phone and page show', () => {
    test('phone and gateway compute the same picture once the device is linked, and keep it', async () => {
      const credentials = await fixture().register();
      expect(await pictureOf(credentials)).toBeNull();
      const linked = await link(credentials, fixture().address);
      expect(linked.mosaic).toMatch(/^[0-9a-f]{9}$/);
      expect(await pictureOf(credentials)).toBe(linked.mosaic);
      valueOf(await finishActivation(linked, TEST_PIN, new Date()));
      expect(await pictureOf(credentials)).toBe(linked.mosaic);
    });

    test('a phone that lost the answer of connection 3 has the same picture', async () => {
      const credentials = await fixture().register();
      const licensed = await license(credentials, fixture().address);
      const ports = { random: systemRandom, description: 'Test phone' };
      const pictures = [];
      for (let made = 0; made < 2; made++) {
        const due = valueOf(await makeConnection({ number: 3, from: licensed }, ports));
        if (due.number === 4) pictures.push(due.from.mosaic);
      }
      expect(pictures).toEqual([await pictureOf(credentials), await pictureOf(credentials)]);
    });

    test('another activation of the same person has another picture', async () => {
      const first = await link(await fixture().register(), fixture().address);
      const second = await link(await fixture().register(), fixture().address);
      expect([first.mosaic, second.mosaic]).not.toContain(null);
      expect(second.mosaic).not.toBe(first.mosaic);
    });

    test('a registration that is given up after the picture was shown forgets it', async () => {
      const credentials = await fixture().register();
      await link(credentials, fixture().address);
      await fixture().gateway.cancel(credentials.registrationIdentifier);
      expect(await pictureOf(credentials)).toBeNull();
    });

    test('a registration of a release that did not commit to its key has no picture on either side, and works', async () => {
      const credentials = await fixture().register();
      const { store } = fixture().test;
      const stored = await store.findRegistration(credentials.registrationIdentifier);
      if (stored?.registration.state !== 'registered') throw new Error('it was not registered');
      const before = { ...stored.registration, identifier: 'BeforeIt', encryptedCommittedKey: null };
      const salt = systemRandom.bytes(16);
      const verifier = await computeVerifier(GATEWAY_SRP, 'BeforeIt', credentials.activationPassword, salt);
      const encryptedVerifier = await KEY_RING.encrypt(verifier.toString(16), verifierContext('BeforeIt'));
      await store.addRegistration({ ...before, salt: hexFromBytes(salt), encryptedVerifier }, stored.licence.version);
      const linked = await link({ ...credentials, registrationIdentifier: 'BeforeIt' }, fixture().address);
      expect(linked.mosaic).toBeNull();
      expect(await pictureOf({ registrationIdentifier: 'BeforeIt' })).toBeNull();
      expect((await finishActivation(linked, TEST_PIN, new Date())).ok).toBe(true);
    });

    test('threat: a thief between phone and gateway, who has read the image, leaves them with different pictures', async () => {
      const credentials = await fixture().register();
      const { between } = await gatewayBetween(credentials);
      const [phone, thief] = [
        await overHttp(between, (address) => link(credentials, address)),
        await link(credentials, fixture().address),
      ];
      expect(phone.mosaic).toMatch(/^[0-9a-f]{9}$/);
      expect(await pictureOf(credentials)).toBe(thief.mosaic);
      expect(phone.mosaic).not.toBe(thief.mosaic);
    });

    test('threat: a thief between them who chooses the key after the device code leaves the phone without a picture', async () => {
      const credentials = await fixture().register();
      const { between, registration } = await gatewayBetween(credentials);
      const other = await KEY_RING.encrypt('0'.repeat(64), committedKeyContext(credentials.registrationIdentifier));
      const store = between.store as typeof between.store & { registrations: Map<string, Registered> };
      store.registrations.set(registration.identifier, { ...registration, encryptedCommittedKey: other });
      const phone = await overHttp(between, (address) => link(credentials, address));
      expect(phone.mosaic).toBeNull();
    });
  });
});
