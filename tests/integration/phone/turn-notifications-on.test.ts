import * as standIn from 'fake-indexeddb';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { UsableAccount } from '@/lib/phone/accounts/account';
import { AccountStore } from '@/lib/phone/accounts/account-store';
import type { GatewayAddress } from '@/lib/phone/gateway-address';
import { openPhoneDatabase } from '@/lib/phone/accounts/phone-database';
import { turnNotificationsOn } from '@/lib/phone/register-notifications';
import type { Bytes } from '@/lib/shared/bytes';
import { systemRandom } from '@/lib/shared/random';
import { valueOf } from '../../support/phones/activate-device';
import { GatewayServer } from '../../support/servers/gateway-server';
import { loginDevice } from '../../support/phones/login-device';
import { newAccount } from '../../support/new-account';
import { createTestGateway, FRONT_END_KEY, GATEWAY_ID, type TestGateway } from '../../support/servers/test-gateway';

const PHONE_ADDRESS = 'web:the-phone';

let played: TestGateway;
let server: GatewayServer;
let store: AccountStore;
let account: UsableAccount;
let key: Bytes;

beforeAll(() => {
  for (const [name, value] of Object.entries(standIn)) vi.stubGlobal(name, value);
});

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new standIn.IDBFactory());
  played = createTestGateway();
  server = await GatewayServer.open(played.gateway, { gatewayId: GATEWAY_ID, frontEndKey: FRONT_END_KEY });
  const owner = { userId: 'jane.doe', domain: 'example.org' };
  const device = await loginDevice(valueOf(await played.gateway.register(owner)), address());
  const { instanceKey, ...named } = device;
  key = instanceKey;
  store = new AccountStore(await openPhoneDatabase(() => {}));
  account = newAccount(named);
  await store.add(account);
});
afterEach(() => server.close());

function address(gatewayUrl = server.url): GatewayAddress {
  return { gatewayUrl, gatewayId: GATEWAY_ID, frontEndKey: FRONT_END_KEY };
}

const turnOn = (gateway = address(), instanceKey = key) =>
  turnNotificationsOn({ store, notificationId: PHONE_ADDRESS, random: systemRandom }, gateway, account, instanceKey);
const isReachable = async () => (await played.gateway.listLoginRequests(PHONE_ADDRESS)) !== null;
const kept = async () => (await store.list()).map((one) => one.state === 'usable' && one.notifications);

test('an account that was activated without notifications gets them later', async () => {
  expect(await isReachable()).toBe(false);
  expect(valueOf(await turnOn())).toEqual({ ...account, notifications: 'on' });
  expect(await isReachable()).toBe(true);
  expect(await kept()).toEqual(['on']);
});

test('notifications stay off when the gateway refuses, as it does without the account’s key', async () => {
  expect((await turnOn(address(), new Uint8Array(16).fill(1))).ok).toBe(false);
  expect(await isReachable()).toBe(false);
  expect(await kept()).toEqual(['off']);
});

test('notifications stay off when the gateway does not know the device', async () => {
  await played.gateway.remove(account.instanceId);
  expect(await turnOn()).toEqual({ ok: false, refusal: 'registration-not-found' });
  expect(await kept()).toEqual(['off']);
});

test('notifications stay off when the gateway is unreachable', async () => {
  await expect(turnOn(address('http://127.0.0.1:9'))).rejects.toMatchObject({ code: 'unreachable' });
  expect(await kept()).toEqual(['off']);
});
