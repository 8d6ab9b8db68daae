import { describe, expect, test } from 'vitest';
import { callService } from '@/lib/phone/call-service';
import { exchangeKeys } from '@/lib/phone/activation/exchange-keys';
import { linkDevice } from '@/lib/phone/activation/link-device';
import { obtainLicence } from '@/lib/phone/activation/obtain-licence';
import { GROUP_2048 } from '@/lib/wire/crypto/srp/srp-parameters';
import { generateDeviceCode } from '@/lib/wire/crypto/messages/device-code';
import { systemRandom } from '@/lib/shared/random';
import {
  activateDevice,
  connect,
  finishActivation,
  license,
  link,
  scan,
  TEST_PIN,
} from '../../support/phones/activate-device';
import { CONNECTIONS, forEachGateway } from '../../support/servers/use-gateway';

/** Bodies that pass every check of form. */
function wellFormed(registrationIdentifier: string) {
  return {
    DSAPPSRPGenerateEphemeralKey: { registrationIdentifier, clientEphemeralPublicKey: 'AbC123' },
    DSAPPSRPGenerateActivationData: { registrationIdentifier, clientEvidenceMessage: '0'.repeat(64) },
    MdlAddDevice: { registrationIdentifier, deviceCode: '1'.repeat(26) },
    MdlActivate: { registrationIdentifier, signature: '1'.repeat(16) },
  };
}

forEachGateway((fixture) => {
  describe('out of order', () => {
    const reach = [
      { done: 0, go: scan },
      { done: 1, go: connect },
      { done: 2, go: license },
      { done: 3, go: link },
    ];

    test.each(reach)(
      'any other connection after connection $done is refused, and changes nothing',
      async ({ done, go }) => {
        const credentials = await fixture().register();
        await go(credentials, fixture().address);
        const before = await fixture().test.store.findRegistration(credentials.registrationIdentifier);
        for (const [index, service] of CONNECTIONS.entries()) {
          if (index === done) continue;
          const body = JSON.stringify(wellFormed(credentials.registrationIdentifier)[service]);
          const { status, json } = await fixture().post(`provisioning/${service}`, body);
          expect(status).toBe(200);
          expect(json).toEqual({
            resultCodes: expect.objectContaining({ returnCode: -1, statusCodeEnum: 'STAT_INVALID_STATE' }),
          });
        }
        expect(await fixture().test.store.findRegistration(credentials.registrationIdentifier)).toEqual(before);
      },
    );

    test.each(CONNECTIONS)('an unknown registration gets the same answer as an ended one: %s', async (service) => {
      const done = await fixture().register();
      await activateDevice(done, fixture().address);
      for (const identifier of ['Xk29aLm4', done.registrationIdentifier]) {
        const { status, json } = await fixture().post(
          `provisioning/${service}`,
          JSON.stringify(wellFormed(identifier)[service]),
        );
        expect(status).toBe(200);
        expect(json).toEqual({
          resultCodes: expect.objectContaining({ returnCode: -1, statusCodeEnum: 'STAT_NOT_FOUND' }),
        });
      }
    });

    test('threat: of several phones that scan the same image at once, one succeeds', async () => {
      const scanned = await scan(await fixture().register(), fixture().address);
      const phones = Array.from({ length: 5 }, (_, index) => ({ ...scanned, a: scanned.a + BigInt(index) }));
      const outcomes = await Promise.all(phones.map((phone) => exchangeKeys(phone)));
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    });
  });

  describe('wrong proofs', () => {
    test('a mistyped password may be corrected', async () => {
      const connected = await connect(await fixture().register(), fixture().address);
      const mistyped = { ...connected, payload: { ...connected.payload, activationPassword: 'mistyped' } };
      expect(await obtainLicence(mistyped, systemRandom)).toEqual({ ok: false, refusal: 'not-accepted' });
      expect((await obtainLicence(connected, systemRandom)).ok).toBe(true);
    });

    test('threat: the third wrong password ends the registration, and the right one comes too late', async () => {
      const credentials = await fixture().register();
      const connected = await connect(credentials, fixture().address);
      const mistyped = { ...connected, payload: { ...connected.payload, activationPassword: 'mistyped' } };
      for (let attempt = 0; attempt < 3; attempt++)
        expect(await obtainLicence(mistyped, systemRandom)).toEqual({ ok: false, refusal: 'not-accepted' });
      expect(await fixture().stateOf(credentials)).toBe('failed');
      expect(fixture().test.progress.at(-1)).toBe(credentials.registrationIdentifier);
      expect(await obtainLicence(connected, systemRandom)).toEqual({ ok: false, refusal: 'registration-not-found' });
    });

    test('threat: many passwords tried at the same moment are no more than three tries', async () => {
      const credentials = await fixture().register();
      const connected = await connect(credentials, fixture().address);
      const guesses = Array.from({ length: 12 }, (_, index) => ({
        ...connected,
        payload: { ...connected.payload, activationPassword: `guess${index}` },
      }));
      const outcomes = await Promise.all(guesses.map((guess) => obtainLicence(guess, systemRandom)));
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(0);
      expect(await fixture().stateOf(credentials)).toBe('failed');
    });

    test('a device code that was not made with the licence key is refused, and counted', async () => {
      const credentials = await fixture().register();
      const licensed = await license(credentials, fixture().address);
      const stranger = await generateDeviceCode(new Uint8Array(32), systemRandom);
      const fields = { registrationIdentifier: credentials.registrationIdentifier, deviceCode: stranger };
      expect(await callService(fixture().address, 'provisioning/MdlAddDevice', fields)).toEqual({
        ok: false,
        refusal: 'not-accepted',
      });
      expect((await linkDevice(licensed, 'Phone')).ok).toBe(true);
    });

    test('a wrong signature is refused, and after three the device never exists', async () => {
      const credentials = await fixture().register();
      const linked = await link(credentials, fixture().address);
      const forged = { ...linked, instanceKey: new Uint8Array(32) };
      for (let attempt = 0; attempt < 3; attempt++) {
        expect(await finishActivation(forged, TEST_PIN, new Date())).toEqual({ ok: false, refusal: 'not-accepted' });
      }
      expect(await finishActivation(linked, TEST_PIN, new Date())).toEqual({
        ok: false,
        refusal: 'registration-not-found',
      });
      expect(await fixture().gateway.limits(fixture().owner)).toEqual({ used: 0, limit: 3 });
    });

    test.each(['0', '00', '0'.repeat(512), GROUP_2048.N.toString(16)])(
      'threat: a public key that is a multiple of N (%#) is refused, and the image can still be scanned',
      async (clientEphemeralPublicKey) => {
        const credentials = await fixture().register();
        const { registrationIdentifier } = credentials;
        const body = JSON.stringify({ registrationIdentifier, clientEphemeralPublicKey });
        const { status, json } = await fixture().post('provisioning/DSAPPSRPGenerateEphemeralKey', body);
        expect(status).toBe(200);
        expect(json).toMatchObject({ resultCodes: { statusCodeEnum: 'STAT_INVALID_PARAMETER' } });
        expect(await fixture().stateOf(credentials)).toBe('registered');
      },
    );
  });
});
