import { beforeEach, describe, expect, test } from 'vitest';
import { bytesFromHex, hexFromBytes, utf8 } from '@/lib/shared/bytes';
import { computeOneTimePassword, timeStepAt } from '@/lib/wire/crypto/one-time-password';
import { authorizationFor } from '@/lib/gateways/embedded/engine/api-key';
import { licenceKeyContext } from '@/lib/gateways/embedded/engine/licence';
import { KeyRing } from '@/lib/wire/crypto/key-ring';
import { MINUTE } from '@/lib/shared/time/duration';
import { valueOf } from '../../../support/phones/activate-device';
import { FakeOfflinePhone } from '../../../support/doubles/fake-offline-phone';
import { MemoryGatewayStore } from '@/lib/kit/gateways/state/memory-gateway-store';
import { BACK_END_KEY, createTestGateway, FRONT_END_KEY, GATEWAY_ID } from '../../../support/servers/test-gateway';

const WRONG_DEVICE_CODE = '1'.repeat(26);
const WRONG_SIGNATURE = '1'.repeat(16);
const BLANK = '0'.repeat(26);

let people = 0;
let user = { userId: '', domain: 'example.org' };

// Making one takes longer than all the rest.
const store = new MemoryGatewayStore();
const { gateway, clock, progress } = createTestGateway({}, store);

beforeEach(() => {
  user = { ...user, userId: `jane ${(people += 1)}` };
  progress.length = 0;
});

const pass = (milliseconds: number) => (clock.time = new Date(clock.time.getTime() + milliseconds));
const refused = (refusal: string) => ({ ok: false, refusal });

/** Up to the first image. */
async function scan() {
  const registered = valueOf(await gateway.registerOffline(user, GATEWAY_ID));
  const { registrationIdentifier } = registered;
  return {
    ...registered,
    phone: await FakeOfflinePhone.scan(registered.activationMessage1),
    enter: (deviceCode: string) => gateway.addOfflineDevice({ registrationIdentifier, deviceCode }),
    sign: (signature: string) => gateway.activateOffline({ registrationIdentifier, signature }),
    observe: () => gateway.observe(registrationIdentifier),
  };
}

/** Up to the second one. */
async function link() {
  const scanned = await scan();
  const { activationMessage2 } = valueOf(await scanned.enter(scanned.phone.deviceCode));
  return { ...scanned, signature: await scanned.phone.scanSecond(activationMessage2) };
}

/** What the services for phones answer, asked with all that a phone can show. */
async function askAsPhone(registrationIdentifier: string, deviceCode: string, signature: string, apiKey: string) {
  const calls = {
    DSAPPSRPGenerateEphemeralKey: { clientEphemeralPublicKey: '5'.repeat(512) },
    DSAPPSRPGenerateActivationData: { clientEvidenceMessage: '5'.repeat(64) },
    MdlAddDevice: { deviceCode, description: '' },
    MdlActivate: { signature },
  };
  const codes: number[] = [];
  for (const [service, fields] of Object.entries(calls)) {
    const body = utf8(JSON.stringify({ registrationIdentifier, ...fields }));
    const call = { service: `provisioning/${service}`, authorization: authorizationFor(apiKey), body };
    codes.push((await gateway.handle(call)).body.resultCodes.returnCode);
  }
  return codes;
}

describe('whoever has photographed the first image', () => {
  test.each([
    ['phones', FRONT_END_KEY],
    ['sites', BACK_END_KEY],
  ])(
    'a thief with a photo of the first image cannot finish with the key of %s, before or after the owner starts',
    async (_name, apiKey) => {
      const { registrationIdentifier, activationMessage1, phone, enter, sign, observe } = await scan();
      const thief = await FakeOfflinePhone.scan(activationMessage1);
      const attempt = (code: string, signature: string) => askAsPhone(registrationIdentifier, code, signature, apiKey);
      for (const returnCode of await attempt(thief.deviceCode, WRONG_SIGNATURE)) expect(returnCode).not.toBe(0);
      expect(await observe()).toMatchObject({ state: 'data-sent' });
      const { activationMessage2 } = valueOf(await enter(phone.deviceCode));
      const signature = await phone.scanSecond(activationMessage2);
      for (const returnCode of await attempt(thief.deviceCode, signature)) expect(returnCode).not.toBe(0);
      for (const returnCode of await attempt(BLANK, BLANK)) expect(returnCode).not.toBe(0);
      expect(await observe()).toMatchObject({ state: 'device-added' });
      expect(await sign(signature)).toMatchObject({ ok: true });
    },
  );

  test('a thief with photographs of both images has no device, since the second is for one phone alone', async () => {
    const { activationMessage1, phone, enter } = await scan();
    const thief = await FakeOfflinePhone.scan(activationMessage1);
    const { activationMessage2 } = valueOf(await enter(phone.deviceCode));
    await expect(thief.scanSecond(activationMessage2)).rejects.toThrow('not-for-this-phone');
  });

  test('a thief learns nothing of other devices, since every activation has its own licence key', async () => {
    const [first, second] = [await scan(), await scan()];
    const keys = [first, second].map(({ phone }) => hexFromBytes(phone.first.licence.licenceKey));
    const { serialNumber } = first.phone.first.licence;
    const sealed = store.licences.get(serialNumber)?.encryptedKey ?? '';
    const keyRing = new KeyRing([{ id: 'test', key: new Uint8Array(32).fill(7) }]);
    const own = await keyRing.decrypt(sealed, licenceKeyContext(serialNumber));
    expect(second.phone.first.licence.serialNumber).toBe(serialNumber);
    expect(new Set([...keys, own]).size).toBe(3);
    expect(bytesFromHex(own)).toHaveLength(32);
  });
});

test('the device works from the signature on, and not before', async () => {
  const { phone, enter, sign } = await scan();
  const { activationMessage2 } = valueOf(await enter(phone.deviceCode));
  expect(await gateway.listInstances(user)).toEqual([]);
  const { instanceId } = valueOf(await sign(await phone.scanSecond(activationMessage2)));
  expect(await gateway.listInstances(user)).toMatchObject([{ instanceId, state: 'active' }]);
  const password = await computeOneTimePassword(
    await phone.openInstanceKey(activationMessage2),
    timeStepAt(clock.time),
  );
  expect(await gateway.testOneTimePassword(instanceId, password)).toMatchObject({ ok: true });
});

test('the same device code again gives the same instance again, and another one is refused', async () => {
  const { activationMessage1, phone, enter, signature, sign } = await link();
  const again = valueOf(await enter(phone.deviceCode));
  expect(await phone.scanSecond(again.activationMessage2)).toBe(signature);
  const other = await FakeOfflinePhone.scan(activationMessage1);
  expect(await enter(other.deviceCode)).toEqual(refused('out-of-order'));
  expect(await sign(signature)).toMatchObject({ ok: true });
  expect(await gateway.listInstances(user)).toHaveLength(1);
});

test('the same device code twice at the same moment gives one instance', async () => {
  const { phone, enter } = await scan();
  const [first, second] = await Promise.all([enter(phone.deviceCode), enter(phone.deviceCode)]);
  const signatures = [first, second].map((added) => phone.scanSecond(valueOf(added).activationMessage2));
  expect(await signatures[0]).toBe(await signatures[1]);
});

test('the same signature again is taken again, once and twice at the same moment, and makes one device', async () => {
  const { registrationIdentifier, sign, signature } = await link();
  const [first, second] = await Promise.all([sign(signature), sign(signature)]);
  expect(second).toEqual(first);
  expect(await sign(signature)).toEqual(first);
  expect(await sign(WRONG_SIGNATURE)).toEqual(refused('not-found'));
  expect(await gateway.listInstances(user)).toMatchObject([valueOf(first)]);
  expect(progress).toEqual([registrationIdentifier, registrationIdentifier]);
});

describe('wrong codes', () => {
  test('the third wrong code ends a registration, of whichever kind the codes are', async () => {
    const { phone, enter, sign, observe } = await scan();
    expect(await enter(WRONG_DEVICE_CODE)).toEqual(refused('wrong-proof'));
    const { activationMessage2 } = valueOf(await enter(phone.deviceCode));
    expect(await sign(WRONG_SIGNATURE)).toEqual(refused('wrong-proof'));
    expect(await sign(WRONG_SIGNATURE)).toEqual(refused('wrong-proof'));
    expect(await observe()).toMatchObject({ state: 'failed' });
    expect(await sign(await phone.scanSecond(activationMessage2))).toEqual(refused('not-found'));
    expect(await gateway.listInstances(user)).toEqual([]);
  });

  test.each(['', '1', '1'.repeat(15), `${'1'.repeat(25)}x`, '1'.repeat(200)])(
    'a malformed code is no attempt: %j',
    async (code) => {
      const { phone, enter, sign } = await scan();
      for (let count = 0; count < 3; count++) expect(await enter(code)).toEqual(refused('invalid-parameter'));
      const { activationMessage2 } = valueOf(await enter(phone.deviceCode));
      for (let count = 0; count < 3; count++) expect(await sign(code)).toEqual(refused('invalid-parameter'));
      expect(await sign(await phone.scanSecond(activationMessage2))).toMatchObject({ ok: true });
    },
  );

  test('a blank code counts as wrong and reveals nothing', async () => {
    const { phone, enter, sign, observe } = await scan();
    expect(await enter(BLANK)).toEqual(refused('wrong-proof'));
    expect(await observe()).toMatchObject({ state: 'data-sent' });
    const { activationMessage2 } = valueOf(await enter(phone.deviceCode));
    expect(await sign('0'.repeat(16))).toEqual(refused('wrong-proof'));
    expect(await sign(await phone.scanSecond(activationMessage2))).toMatchObject({ ok: true });
  });
});

describe('the time', () => {
  test('the first image lasts ten minutes, and the second one five, from the device code on', async () => {
    const { phone, enter, sign, observe } = await scan();
    pass(9 * MINUTE);
    const { expiresAt, activationMessage2 } = valueOf(await enter(phone.deviceCode));
    expect(expiresAt).toEqual(new Date(clock.time.getTime() + 5 * MINUTE));
    expect(await observe()).toMatchObject({ expiresAt });
    const signature = await phone.scanSecond(activationMessage2);
    pass(5 * MINUTE - 1);
    expect(await sign(signature)).toMatchObject({ ok: true });
  });

  test('a device code does not shorten the expiry', async () => {
    const patient = createTestGateway({ offlineLifetimeMs: 15 * MINUTE }).gateway;
    const { registrationIdentifier, activationMessage1, expiresAt } = valueOf(
      await patient.registerOffline(user, GATEWAY_ID),
    );
    const { deviceCode } = await FakeOfflinePhone.scan(activationMessage1);
    const added = await patient.addOfflineDevice({ registrationIdentifier, deviceCode });
    expect(valueOf(added).expiresAt).toEqual(expiresAt);
  });

  test.each(['device code', 'signature'])('an expired registration refuses a %s', async (code) => {
    const { phone, enter, sign, signature, observe } =
      code === 'signature' ? await link() : { ...(await scan()), signature: '' };
    pass(10 * MINUTE);
    expect(await (code === 'signature' ? sign(signature) : enter(phone.deviceCode))).toEqual(refused('not-found'));
    expect(await observe()).toMatchObject({ state: 'expired' });
  });
});

test('the website is told of the steps of an offline activation', async () => {
  const { registrationIdentifier, sign, signature } = await link();
  await sign(signature);
  expect(progress).toEqual([registrationIdentifier, registrationIdentifier]);
});

test('a registration whose phone has a network takes no typed codes', async () => {
  const { registrationIdentifier } = valueOf(await gateway.register(user));
  const notFound = refused('not-found');
  expect(await gateway.addOfflineDevice({ registrationIdentifier, deviceCode: BLANK })).toEqual(notFound);
  expect(await gateway.activateOffline({ registrationIdentifier, signature: WRONG_SIGNATURE })).toEqual(notFound);
  expect(await gateway.observe(registrationIdentifier)).toMatchObject({ state: 'registered' });
});
