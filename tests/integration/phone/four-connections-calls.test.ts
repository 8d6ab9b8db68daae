import { describe, expect, test } from 'vitest';
import { callService } from '@/lib/phone/call-service';
import { GatewayFailure } from '@/lib/phone/gateway-failure';
import { registerNotifications } from '@/lib/phone/register-notifications';
import { unprotectKey } from '@/lib/phone/keys/protected-key';
import { sealNotificationId } from '@/lib/wire/crypto/messages/notification-message';
import { authorizationFor } from '@/lib/gateways/embedded/engine/api-key';
import { hexFromBytes } from '@/lib/shared/bytes';
import { systemRandom } from '@/lib/shared/random';
import { activateDevice, TEST_PIN, valueOf } from '../../support/phones/activate-device';
import { BACK_END_KEY, FRONT_END_KEY } from '../../support/servers/test-gateway';
import { forEachGateway } from '../../support/servers/use-gateway';

/** A JSON object of so many bytes. */
function sized(length: number): string {
  return `{"x":"${'y'.repeat(length - 8)}"}`;
}

forEachGateway((fixture) => {
  describe('the call itself', () => {
    const body = JSON.stringify({ registrationIdentifier: 'Xk29aLm4', clientEphemeralPublicKey: '02' });
    const first = 'provisioning/DSAPPSRPGenerateEphemeralKey';

    test.each([
      ['no key', null],
      ['a wrong key', authorizationFor('0'.repeat(64))],
      ['the key as it is', FRONT_END_KEY],
      ['another scheme', `Bearer ${FRONT_END_KEY}`],
      ['the back-end key, which is not for phones', authorizationFor(BACK_END_KEY)],
    ])('%s gets 401', async (_name, authorization) => {
      expect((await fixture().post(first, body, authorization)).status).toBe(401);
    });

    test.each(['MdlAddDevice', 'MdlActivate', 'getServerTime'])('%s takes the back-end key too', async (service) => {
      expect((await fixture().post(`provisioning/${service}`, '{}', authorizationFor(BACK_END_KEY))).status).toBe(200);
    });

    test.each([
      '',
      'provisioning',
      'provisioning/mdlactivate',
      'provisioning/MdlActivate/',
      '__proto__',
      'notification/updateNotificationID',
    ])('an unknown service %j is answered with 404', async (service) => {
      expect((await fixture().post(service, '{}')).status).toBe(404);
    });

    test.each(['{', '[]', 'null', '"text"', '1', '{"a":1}}', '\u{feff}', '\u{feff}{}', '{"a":1,"a":2}'])(
      'the body %j gets 400',
      async (malformed) => {
        expect((await fixture().post(first, malformed)).status).toBe(400);
      },
    );

    test('a body above 16 KiB gets 413, one of exactly that size is read', async () => {
      expect((await fixture().post(first, sized(16_384))).status).toBe(200);
      expect((await fixture().post(first, sized(16_385))).status).toBe(413);
    });

    test('the time is told in Unix seconds, also to a call without a body', async () => {
      const { status, json } = await fixture().post('provisioning/getServerTime', '');
      expect(status).toBe(200);
      expect(json).toMatchObject({
        resultCodes: { returnCode: 0, statusCodeEnum: 'STAT_SUCCESS' },
        result: { serverTime: 1_777_888_800 },
      });
    });

    test('upper-case hexadecimal is read too', async () => {
      const { registrationIdentifier } = await fixture().register();
      const { json } = await fixture().post(
        first,
        JSON.stringify({ registrationIdentifier, clientEphemeralPublicKey: 'ABCDEF' }),
      );
      expect(json).toMatchObject({
        resultCodes: { returnCode: 0 },
        result: {
          serverEphemeralPublicKey: expect.stringMatching(/^[0-9a-f]{512}$/),
          salt: expect.stringMatching(/^[0-9a-f]{32}$/),
        },
      });
    });

    test("a phone with a wrong key is told that it is the phone's key", async () => {
      const call = callService({ ...fixture().address, frontEndKey: '0'.repeat(64) }, first, {});
      await expect(call).rejects.toEqual(new GatewayFailure('wrong-key'));
    });
  });

  describe('push addresses', () => {
    const service = 'notification/push/updateNotificationID';

    async function update() {
      const instance = await activateDevice(await fixture().register(), fixture().address);
      const key = valueOf(await unprotectKey(instance.protectedKey, TEST_PIN, instance.instanceId));
      const sealed = await sealNotificationId(key, instance.instanceId, 'push address', systemRandom.bytes(12));
      const fields = {
        userID: fixture().owner.userId,
        domain: fixture().owner.domain,
        digipassInstanceID: instance.instanceId,
        encryptedNotificationID: hexFromBytes(sealed),
      };
      return { instance, answer: await fixture().post(service, JSON.stringify(fields)) };
    }

    test('the device itself can say where its push messages go', async () => {
      const { instance, answer } = await update();
      expect(answer.json).toEqual({
        resultCodes: { returnCodeEnum: 'RET_SUCCESS', statusCodeEnum: 'STAT_SUCCESS', returnCode: 0, statusCode: 0 },
      });
      const [serialNumber = '', number] = instance.instanceId.split('-');
      const stored = await fixture().test.store.findInstance({ serialNumber, sequenceNumber: Number(number) });
      expect(stored?.instance.encryptedNotificationId).toMatch(/^v1\.test\./);
    });

    test('threat: only the device itself learns whether a user and a device belong together', async () => {
      const instance = await activateDevice(await fixture().register(), fixture().address);
      const key = valueOf(await unprotectKey(instance.protectedKey, TEST_PIN, instance.instanceId));
      const sealed = await sealNotificationId(key, instance.instanceId, 'push address', systemRandom.bytes(12));
      const whole = {
        userID: fixture().owner.userId,
        domain: fixture().owner.domain,
        digipassInstanceID: instance.instanceId,
        encryptedNotificationID: hexFromBytes(sealed),
      };
      const foreign = 'ab'.repeat(40);
      const answers = [];
      for (const changes of [
        { userID: 'somebody.else' },
        { domain: '' },
        { digipassInstanceID: 'VDS0000000-1' },
        { digipassInstanceID: 'x' },
        { encryptedNotificationID: foreign },
        { encryptedNotificationID: foreign, userID: 'somebody.else' },
      ])
        answers.push(await fixture().post(service, JSON.stringify({ ...whole, ...changes })));
      const notFound = {
        returnCodeEnum: 'RET_FAILURE',
        statusCodeEnum: 'STAT_NOT_FOUND',
        returnCode: -1,
        statusCode: -13,
      };
      expect(answers).toEqual(answers.map(() => ({ status: 200, json: { resultCodes: notFound } })));
    });

    test('the same address again is taken again', async () => {
      const { instance } = await update();
      const key = valueOf(await unprotectKey(instance.protectedKey, TEST_PIN, instance.instanceId));
      const twice = () => registerNotifications(fixture().address, instance, key, 'push address', systemRandom);
      expect([await twice(), await twice()].every(({ ok }) => ok)).toBe(true);
    });
  });
});
