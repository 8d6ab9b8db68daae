import { beforeEach, describe, expect, test } from 'vitest';
import { computeOneTimePassword, timeStepAt } from '@/lib/wire/crypto/one-time-password';
import { hexFromBytes } from '@/lib/shared/bytes';
import { KeyRing } from '@/lib/wire/crypto/key-ring';
import { instanceKeyContext } from '@/lib/gateways/embedded/engine/device-instance';
import { MemoryGatewayStore } from '@/lib/kit/gateways/state/memory-gateway-store';
import { createTestGateway, type TestGateway } from '../../../support/servers/test-gateway';

const KEY = new Uint8Array(32).fill(5);
const INSTANCE = 'VDS0000001-1';

let test1: TestGateway;

/** The password of the phone whose clock is so many steps ahead. */
function passwordAt(stepsAhead: number): Promise<string> {
  return computeOneTimePassword(KEY, timeStepAt(test1.clock.time) + stepsAhead);
}

async function tryAt(stepsAhead: number) {
  return test1.gateway.testOneTimePassword(INSTANCE, await passwordAt(stepsAhead));
}

beforeEach(async () => {
  const store = new MemoryGatewayStore();
  const keyRing = new KeyRing([{ id: 'test', key: new Uint8Array(32).fill(7) }]);
  const [serialNumber, sequenceNumber] = ['VDS0000001', 1];
  const encryptedKey = await keyRing.encrypt(hexFromBytes(KEY), instanceKeyContext(INSTANCE));
  const policy = { activationLimit: 3, pinMinimumLength: 4, pinMaximumLength: 8, notificationsEnabled: true };
  const createdAt = new Date(0);
  store.licences.set(serialNumber, {
    serialNumber,
    userId: 'jane',
    domain: '',
    encryptedKey: '',
    ...policy,
    nextSequenceNumber: 2,
    version: 1,
    createdAt,
  });
  const unused = {
    lastUsedAt: null,
    lastAcceptedStep: 0,
    encryptedNotificationId: null,
    notificationHash: null,
    keeping: null,
  };
  const device = { deviceCode: '1'.repeat(26), description: '', state: 'active' as const, activatedAt: createdAt };
  store.instances.set(INSTANCE, { serialNumber, sequenceNumber, encryptedKey, ...device, ...unused });
  test1 = createTestGateway({}, store);
});

test.each([
  ['on time', 0, 0],
  ['one step behind', -1, -30],
  ['one step ahead', 1, 30],
])('RFC 6238 §5.2: a phone %s is accepted, and its drift told', async (_name, steps, driftSeconds) => {
  expect(await tryAt(steps)).toEqual({ ok: true, driftSeconds });
});

test.each([
  ['two steps behind', -2, -60],
  ['two steps ahead', 2, 60],
  ['ten minutes behind', -20, -600],
  ['ten minutes ahead', 20, 600],
])('a phone %s is refused, and told by how much its clock is off', async (_name, steps, driftSeconds) => {
  expect(await tryAt(steps)).toEqual({ ok: false, refusal: { code: 'clock-off', driftSeconds } });
});

test('a password further away, or of another form, is wrong', async () => {
  const wrong = { ok: false, refusal: { code: 'wrong-password' } };
  expect(await tryAt(21)).toEqual(wrong);
  expect(await tryAt(-21)).toEqual(wrong);
  for (const password of ['', '12345', '1234567', 'abcdef', '١٢٣٤٥٦', ' 123456']) {
    expect(await test1.gateway.testOneTimePassword(INSTANCE, password)).toEqual(wrong);
  }
});

describe('RFC 6238 §5.2: each password is accepted once', () => {
  const used = { ok: false, refusal: { code: 'already-used' } };

  test('a password is not accepted again', async () => {
    await tryAt(0);
    expect(await tryAt(0)).toEqual(used);
  });

  test('a password is not accepted twice at the same moment', async () => {
    const verdicts = await Promise.all([tryAt(0), tryAt(0), tryAt(0)]);
    expect(verdicts.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('an older password is not accepted after a newer one', async () => {
    await tryAt(1);
    expect(await tryAt(0)).toEqual(used);
  });

  test('the next password is accepted', async () => {
    await tryAt(0);
    test1.clock.time = new Date(test1.clock.time.getTime() + 30_000);
    expect(await tryAt(0)).toEqual({ ok: true, driftSeconds: 0 });
  });

  test('one refused for its time is not used up', async () => {
    await tryAt(2);
    test1.clock.time = new Date(test1.clock.time.getTime() + 30_000);
    expect(await tryAt(1)).toEqual({ ok: true, driftSeconds: 30 });
  });
});

test('a locked device is refused until it is unlocked', async () => {
  await test1.gateway.lock(INSTANCE);
  expect(await tryAt(0)).toEqual({ ok: false, refusal: { code: 'locked' } });
  await test1.gateway.unlock(INSTANCE);
  expect(await tryAt(0)).toEqual({ ok: true, driftSeconds: 0 });
});

test('a removed device and a name of none are not found', async () => {
  const password = await passwordAt(0);
  const notFound = { ok: false, refusal: { code: 'not-found' } };
  for (const name of ['VDS0000001-2', 'x', ''])
    expect(await test1.gateway.testOneTimePassword(name, password)).toEqual(notFound);
  await test1.gateway.remove(INSTANCE);
  expect(await test1.gateway.testOneTimePassword(INSTANCE, password)).toEqual(notFound);
});
