import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  openActivationMessage1,
  sealActivationMessage1,
  type ActivationMessage1,
} from '@/lib/wire/crypto/messages/activation-message-1';
import { openActivationMessage2, sealActivationMessage2 } from '@/lib/wire/crypto/messages/activation-message-2';
import { signActivation } from '@/lib/wire/crypto/messages/activation-signature';
import { generateDeviceCode, isDeviceCodeOf } from '@/lib/wire/crypto/messages/device-code';
import { formatInstanceId, parseInstanceId } from '@/lib/shared/identifiers/instance-id';
import { decodeLicenceMessage, encodeLicenceMessage } from '@/lib/wire/crypto/messages/licence-message';
import { openNotificationId, sealNotificationId } from '@/lib/wire/crypto/messages/notification-message';
import { bytesFromHex, hexFromBytes } from '@/lib/shared/bytes';
import { systemRandom } from '@/lib/shared/random';
import vector from '../../../vectors/provisioning-profile.json' with { type: 'json' };

const licence = {
  serialNumber: vector.serialNumber,
  licenceKey: bytesFromHex(vector.licenceKey),
  pinMinimumLength: 4,
  pinMaximumLength: 8,
  notificationsEnabled: true,
  serverTime: new Date(vector.serverTime),
};
const sessionKey = bytesFromHex(vector.sessionKey);
const instanceKey = bytesFromHex(vector.instanceKey);

function openAltered(alter: (message: ActivationMessage1) => void) {
  return sealActivationMessage1(sessionKey, licence, bytesFromHex(vector.encryptedCounter)).then((message) => {
    alter(message);
    return openActivationMessage1(sessionKey, message);
  });
}

describe('activation message 1', () => {
  test('activation message 1 has the bytes that the profile fixes', async () => {
    const message = await sealActivationMessage1(sessionKey, licence, bytesFromHex(vector.encryptedCounter));
    expect(hexFromBytes(message.encryptedLicenseActivationMessage)).toBe(vector.encryptedLicenseActivationMessage);
    expect(hexFromBytes(message.mac)).toBe(vector.mac);
  });

  test('activation message 1 transports the licence', async () => {
    expect(await openAltered(() => undefined)).toEqual({ ok: true, value: licence });
  });

  test('threat: a changed ciphertext, counter or code is not opened', async () => {
    for (const field of ['encryptedLicenseActivationMessage', 'encryptedCounter', 'mac'] as const) {
      const opened = await openAltered((message) => message[field].set([(message[field][3] ?? 0) ^ 1], 3));
      expect(opened).toEqual({ ok: false, refusal: 'not-authentic' });
    }
  });

  test('another session key does not open it', async () => {
    const message = await sealActivationMessage1(sessionKey, licence, new Uint8Array(8));
    expect(await openActivationMessage1(new Uint8Array(32), message)).toEqual({ ok: false, refusal: 'not-authentic' });
  });
});

describe('licence message', () => {
  test('a licence message that decodes is encoded to the same bytes again', () => {
    const soundMessage = encodeLicenceMessage(licence);
    fc.assert(
      fc.property(fc.nat(53), fc.nat(255), (index, value) => {
        const bytes = soundMessage.with(index, value);
        const decoded = decodeLicenceMessage(bytes);
        expect(decoded.ok ? encodeLicenceMessage(decoded.value) : bytes).toEqual(bytes);
      }),
    );
    expect(decodeLicenceMessage(soundMessage.slice(1))).toEqual({ ok: false, refusal: 'malformed-licence-message' });
  });

  test('a PIN policy that is contradictory is refused', () => {
    const policy = { ...licence, pinMinimumLength: 9, pinMaximumLength: 8 };
    expect(decodeLicenceMessage(encodeLicenceMessage(policy))).toEqual({
      ok: false,
      refusal: 'malformed-licence-message',
    });
  });
});

describe('device code', () => {
  test('a device code has 26 digits and proves the licence key', async () => {
    const code = await generateDeviceCode(licence.licenceKey, systemRandom);
    expect(code).toMatch(/^\d{26}$/);
    expect(await isDeviceCodeOf(licence.licenceKey, code)).toBe(true);
    expect(await isDeviceCodeOf(sessionKey, code)).toBe(false);
  });

  test('the profile fixes its second half', async () => {
    expect(await isDeviceCodeOf(licence.licenceKey, vector.deviceCode)).toBe(true);
  });

  test('one changed digit breaks it', async () => {
    for (let index = 0; index < 26; index++) {
      const digit = (Number(vector.deviceCode[index]) + 1) % 10;
      const code = `${vector.deviceCode.slice(0, index)}${digit}${vector.deviceCode.slice(index + 1)}`;
      expect(await isDeviceCodeOf(licence.licenceKey, code)).toBe(false);
    }
  });

  test.each(['', '123', 'a'.repeat(26), '１'.repeat(26)])('%j is none', async (code) => {
    expect(await isDeviceCodeOf(licence.licenceKey, code)).toBe(false);
  });
});

describe('activation message 2', () => {
  const instance = { sequenceNumber: 3, instanceKey };

  test('activation message 2 has the bytes that the profile fixes, and can be opened', async () => {
    const sealed = await sealActivationMessage2(
      licence.licenceKey,
      vector.deviceCode,
      instance,
      bytesFromHex(vector.iv),
    );
    expect(hexFromBytes(sealed)).toBe(vector.instanceActivationMessage);
    expect(await openActivationMessage2(licence.licenceKey, vector.deviceCode, sealed)).toEqual({
      ok: true,
      value: instance,
    });
  });

  test('threat: it does not open on another device of the same licence', async () => {
    const other = await generateDeviceCode(licence.licenceKey, systemRandom);
    const sealed = bytesFromHex(vector.instanceActivationMessage);
    expect(await openActivationMessage2(licence.licenceKey, other, sealed)).toEqual({
      ok: false,
      refusal: 'not-authentic',
    });
  });

  test('an activation message 2 of any bytes is read without a fault', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 80 }), async (bytes) => {
        const opened = await openActivationMessage2(licence.licenceKey, vector.deviceCode, Uint8Array.from(bytes));
        expect(opened).toEqual({ ok: false, refusal: 'not-authentic' });
      }),
    );
  });
});

test('the signature is the digits that the profile fixes, and depends on everything it signs', async () => {
  const signed = { registrationIdentifier: 'Xk29aLm4', instanceId: 'VDS1000042-3', deviceCode: vector.deviceCode };
  const signature = await signActivation(instanceKey, signed);
  expect(signature).toBe(vector.signature);
  expect(await signActivation(instanceKey, { ...signed, instanceId: 'VDS1000042-4' })).not.toBe(signature);
  expect(await signActivation(instanceKey, { ...signed, registrationIdentifier: 'Xk29aLm5' })).not.toBe(signature);
  expect(await signActivation(sessionKey, signed)).not.toBe(signature);
});

test('a notification message opens for its own instance only', async () => {
  const sealed = await sealNotificationId(instanceKey, 'VDS1000042-3', 'push address é', bytesFromHex(vector.iv));
  expect(await openNotificationId(instanceKey, 'VDS1000042-3', sealed)).toEqual({ ok: true, value: 'push address é' });
  expect(await openNotificationId(instanceKey, 'VDS1000042-4', sealed)).toEqual({
    ok: false,
    refusal: 'not-authentic',
  });
});

test('an instance identifier is written and read', () => {
  expect(formatInstanceId('VDS1000042', 1)).toBe('VDS1000042-1');
  expect(parseInstanceId('VDS1000042-12')).toEqual({ serialNumber: 'VDS1000042', sequenceNumber: 12 });
  for (const text of ['', 'VDS1000042', 'VDS1000042-0', 'VDS1000042-01', 'vds1000042-1', 'VDS1000042-1 '])
    expect(parseInstanceId(text)).toBeNull();
});
