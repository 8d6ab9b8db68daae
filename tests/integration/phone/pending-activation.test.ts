import * as standIn from 'fake-indexeddb';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { AccountStore } from '@/lib/phone/accounts/account-store';
import type { Linked } from '@/lib/phone/activation/activation-steps';
import { completeActivation, storePendingActivation } from '@/lib/phone/activation/complete-activation';
import { confirmActivation } from '@/lib/phone/activation/confirm-activation';
import { deviceKey } from '@/lib/phone/keys/device-key';
import { oneTimePasswordAt } from '@/lib/phone/accounts/one-time-password-at';
import { PENDING_TIME_LIMIT, PendingActivationStore } from '@/lib/phone/activation/pending-activation-store';
import { openPhoneDatabase, type PhoneDatabase } from '@/lib/phone/accounts/phone-database';
import { openUnderPin } from '@/lib/phone/keys/pin-sealed-key';
import { DEFAULT_GATEWAY_SETTINGS } from '@/lib/gateways/embedded/engine/gateway-settings';
import { hexFromBytes } from '@/lib/shared/bytes';
import { systemRandom } from '@/lib/shared/random';
import { link, TEST_PIN, valueOf } from '../../support/phones/activate-device';
import { GatewayServer } from '../../support/servers/gateway-server';
import { fault } from '@/lib/kit/faults/fault';
import { PhoneLine } from '@/lib/kit/phone/phone-line';
import { createTestGateway, FRONT_END_KEY, GATEWAY_ID } from '../../support/servers/test-gateway';

const CHOICE = { pin: TEST_PIN, biometrics: null };
const RESUMED = { isRepeated: true, instanceKey: null };
const { gateway, clock } = createTestGateway({ activationLimit: 0 });

let server: GatewayServer;
let line: PhoneLine;
let database: PhoneDatabase;

beforeAll(async () => {
  clock.time = new Date();
  for (const [name, value] of Object.entries(standIn)) vi.stubGlobal(name, value);
  server = await GatewayServer.open(gateway, { gatewayId: GATEWAY_ID, frontEndKey: FRONT_END_KEY });
  line = await PhoneLine.open(server.url);
});

afterAll(async () => {
  line.close();
  await server.close();
});

beforeEach(() => {
  vi.stubGlobal('indexedDB', new standIn.IDBFactory());
});

function later(milliseconds: number): Date {
  return new Date(Date.now() + milliseconds);
}

async function openPhone() {
  database = await openPhoneDatabase(() => {});
  const key = await deviceKey(database);
  return {
    store: new AccountStore(database),
    pending: new PendingActivationStore(database, key),
    deviceKey: key,
    notificationId: 'phone',
    random: systemRandom,
  };
}

/** A phone that has made its last connection, whose answer was lost, and was closed then. */
async function closeWithoutAnswer(): Promise<Linked> {
  const phone = await openPhone();
  const owner = { userId: 'jane.doe', domain: 'example.org' };
  const address = { gatewayUrl: line.url, gatewayId: GATEWAY_ID, frontEndKey: FRONT_END_KEY };
  const linked = await link(valueOf(await gateway.register(owner)), address);
  const { call } = await storePendingActivation(phone, linked, CHOICE, new Date());
  line.faults.once('MdlActivate', fault.lostAnswer());
  await expect(confirmActivation(call, false)).rejects.toMatchObject({ code: 'unreachable' });
  expect(await gateway.listInstances(owner)).toContainEqual(expect.objectContaining({ instanceId: linked.instanceId }));
  database.close();
  return linked;
}

test.each([
  ['lost', fault.lostAnswer()],
  ['an error of the server', fault.status(502)],
])(
  'a phone whose registration of its address has no answer, but %s, repeats it and gets sign-ins',
  async (what, once) => {
    const phone = { ...(await openPhone()), notificationId: what };
    const owner = { userId: 'jane.doe', domain: 'example.org' };
    const address = { gatewayUrl: line.url, gatewayId: GATEWAY_ID, frontEndKey: FRONT_END_KEY };
    const linked = await link(valueOf(await gateway.register(owner)), address);
    const pending = await storePendingActivation(phone, linked, CHOICE, new Date());
    line.faults.once('updateNotificationID', once);
    const completed = completeActivation(phone, pending, {
      isRepeated: false,
      instanceKey: linked.instanceKey,
    });
    expect(valueOf(await completed)).toMatchObject({ notifications: 'off' });
    expect(await gateway.listLoginRequests(what)).toMatchObject({ owners: [owner] });
  },
);

describe('a phone that is closed while the answer to its last connection is missing', () => {
  test('the phone repeats the last connection identically when opened, and its passwords are accepted', async () => {
    const { instanceId, instanceKey } = await closeWithoutAnswer();
    const phone = await openPhone();
    const pending = await phone.pending.find(new Date());
    if (!pending) throw new TypeError('nothing is pending');
    const account = valueOf(await completeActivation(phone, pending, RESUMED));
    expect(account).toMatchObject({ instanceId, userId: 'jane.doe', domain: 'example.org', name: 'jane.doe' });
    expect(await phone.store.list()).toEqual([account]);
    const key = valueOf(await openUnderPin(phone.deviceKey, instanceId, account.pinSealedKey, TEST_PIN));
    expect(key).toEqual(instanceKey);
    const { oneTimePassword } = await oneTimePasswordAt(key, clock.time);
    expect(await gateway.testOneTimePassword(instanceId, oneTimePassword)).toMatchObject({ ok: true });
    expect(await phone.pending.find(new Date())).toBe(null);
  });

  test('a phone app that was closed and opened in two tabs has one account, and wrong PINs stay used up', async () => {
    const { instanceId } = await closeWithoutAnswer();
    const phone = await openPhone();
    const pending = await phone.pending.find(new Date());
    if (!pending) throw new TypeError('nothing is pending');
    valueOf(await completeActivation(phone, pending, RESUMED));
    await phone.store.takeTry(instanceId, Date.now());
    valueOf(await completeActivation(phone, pending, RESUMED));
    expect(await phone.store.list()).toMatchObject([{ instanceId, name: 'jane.doe', triesLeft: 4 }]);
  });

  test('the phone drops the last connection when the gateway refuses, and says that it may have worked', async () => {
    const { instanceId } = await closeWithoutAnswer();
    await gateway.remove(instanceId);
    const phone = await openPhone();
    const pending = await phone.pending.find(new Date());
    if (!pending) throw new TypeError('nothing is pending');
    expect(await completeActivation(phone, pending, RESUMED)).toEqual({ ok: false, refusal: 'outcome-unknown' });
    expect(await phone.pending.find(new Date())).toBe(null);
    expect(await phone.store.list()).toEqual([]);
  });

  test('the phone drops the last connection when the gateway no longer repeats its answer', async () => {
    await closeWithoutAnswer();
    const phone = await openPhone();
    expect(PENDING_TIME_LIMIT).toBe(DEFAULT_GATEWAY_SETTINGS.lostAnswerMs);
    expect(await phone.pending.find(later(PENDING_TIME_LIMIT / 2))).not.toBe(null);
    expect(await phone.pending.find(later(PENDING_TIME_LIMIT))).toBe(null);
    expect(await phone.pending.find(new Date())).toBe(null);
  });
});

test('threat: a stolen store — the call is sealed, no key is open, and the PIN is nowhere', async () => {
  const { instanceKey, payload } = await closeWithoutAnswer();
  await openPhone();
  const kept = await database.get('pendingActivation', 'pending');
  expect(Object.keys(kept?.call ?? {})).toEqual(['iv', 'ciphertext']);
  const bytes = JSON.stringify(kept, (_key, value: unknown) =>
    value instanceof Uint8Array ? `${hexFromBytes(value)} ${String.fromCodePoint(...value)}` : value,
  );
  for (const secret of [
    hexFromBytes(instanceKey),
    payload.registrationIdentifier,
    payload.activationPassword,
    'signature',
    TEST_PIN,
  ])
    expect(bytes).not.toContain(secret);
});

test('threat: a store that is copied to another device opens nothing there', async () => {
  await closeWithoutAnswer();
  const elsewhere = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await openPhone();
  expect(await new PendingActivationStore(database, elsewhere).find(new Date())).toBe(null);
});
