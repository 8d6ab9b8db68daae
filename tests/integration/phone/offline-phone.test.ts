import * as standIn from 'fake-indexeddb';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { AccountStore } from '@/lib/phone/accounts/account-store';
import { deviceKey } from '@/lib/phone/keys/device-key';
import { storeOfflineAccount } from '@/lib/phone/offline/finish-offline';
import { OfflineActivationStore } from '@/lib/phone/offline/offline-activation-store';
import type { Begun, OfflineLinked } from '@/lib/phone/offline/offline-steps';
import { oneTimePasswordAt } from '@/lib/phone/accounts/one-time-password-at';
import { openSecondImage, beginOffline } from '@/lib/phone/offline/offline-images';
import { isOfflineImageCurrent, OFFLINE_TIME_LIMIT } from '@/lib/phone/offline/offline-time-limit';
import { openUnderPin } from '@/lib/phone/keys/pin-sealed-key';
import { openPhoneDatabase, type PhoneDatabase } from '@/lib/phone/accounts/phone-database';
import { systemRandom } from '@/lib/shared/random';
import { TEST_PIN, valueOf } from '../../support/phones/activate-device';
import { OfflineRegistration, readFirst } from '../../support/phones/offline-registration';
import { createTestGateway, GATEWAY_ID } from '../../support/servers/test-gateway';

const CHOICE = { pin: TEST_PIN, biometrics: null };

type PhoneStores = { store: AccountStore; offline: OfflineActivationStore; deviceKey: CryptoKey };

let database: PhoneDatabase;
let phone: PhoneStores;
let registration: OfflineRegistration;

beforeAll(() => {
  for (const [name, value] of Object.entries(standIn)) vi.stubGlobal(name, value);
  // There is no network.
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')));
});

beforeEach(async ({ task }) => {
  vi.stubGlobal('indexedDB', new standIn.IDBFactory());
  phone = await openPhone();
  registration = await register(`jane.${task.id}`);
});

const gateway = createTestGateway({ activationLimit: 0 });
const register = (userId: string) => OfflineRegistration.open(gateway, userId, GATEWAY_ID);

async function openPhone(): Promise<PhoneStores> {
  database = await openPhoneDatabase(() => {});
  const key = await deviceKey(database);
  return { store: new AccountStore(database), offline: new OfflineActivationStore(database, key), deviceKey: key };
}

async function begin(of = registration, now = new Date()): Promise<Begun> {
  const begun = await beginOffline(readFirst(of), systemRandom, now);
  await phone.offline.keep({ stage: 'device-code', ...begun });
  return begun;
}

async function link(begun: Begun): Promise<OfflineLinked> {
  return valueOf(await openSecondImage(begun, await registration.typeDeviceCode(begun.deviceCode)));
}

const store = async (linked: OfflineLinked, now = new Date()) => storeOfflineAccount(phone, linked, CHOICE, now);

describe('a phone without a network', () => {
  test('an offline phone is activated by two images and two typed codes, and its passwords are accepted', async () => {
    const begun = await begin();
    expect(begun.deviceCode).toMatch(/^\d{26}$/);
    const { account, signed } = valueOf(await store(await link(begun)));
    expect(signed.signature).toMatch(/^\d{16}$/);
    const instanceId = await registration.typeSignature(signed.signature);
    expect(instanceId).toBe(account.instanceId);

    const [kept] = await phone.store.list();
    expect(kept).toEqual(account);
    const key = valueOf(await openUnderPin(phone.deviceKey, instanceId, account.pinSealedKey, TEST_PIN));
    const { oneTimePassword } = await oneTimePasswordAt(key, new Date());
    expect(await registration.takesOneTimePassword(instanceId, oneTimePassword)).toBe(true);
  });

  test('an offline activation continues after a reload, before the second image and before the signature', async () => {
    const begun = await begin();
    await registration.typeDeviceCode(begun.deviceCode);
    database.close();
    phone = await openPhone();
    const pending = await phone.offline.find(new Date());
    if (pending?.stage !== 'device-code') throw new TypeError('no device code was kept');
    expect(pending.deviceCode).toBe(begun.deviceCode);
    const { signed } = valueOf(await store(await link(pending)));

    database.close();
    phone = await openPhone();
    expect(await phone.offline.find(new Date())).toEqual({ stage: 'signature', ...signed });
    await registration.typeSignature(signed.signature);
    await phone.offline.erase();
    expect(await phone.offline.find(new Date())).toBe(null);
  });

  test('a wrong second image is refused, and the right one is accepted afterwards', async () => {
    const begun = await begin();
    const other = await register(`max.${Date.now()}`);
    const otherCode = (await beginOffline(readFirst(other), systemRandom, new Date())).deviceCode;
    const second = await registration.typeDeviceCode(begun.deviceCode);
    const refusals: [string, string][] = [
      ['https://example.org/', 'no-second-image'],
      [second.slice(0, -2), 'malformed-second-image'],
      [registration.first, 'still-first-image'],
      [other.first, 'other-activation'],
      [await other.typeDeviceCode(otherCode), 'other-activation'],
      [second.replace(/..$/, (last) => (last === '00' ? '01' : '00')), 'not-for-this-phone'],
    ];
    for (const [text, refusal] of refusals) expect(await openSecondImage(begun, text)).toEqual({ ok: false, refusal });
    expect(await openSecondImage(begun, second)).toMatchObject({ ok: true });
  });

  test('threat: a second phone that photographed both images opens neither the second one nor the account', async () => {
    const begun = await begin();
    const second = await registration.typeDeviceCode(begun.deviceCode);
    const another = await beginOffline(readFirst(registration), systemRandom, new Date());
    expect(await openSecondImage(another, second)).toEqual({ ok: false, refusal: 'not-for-this-phone' });
    await expect(registration.typeDeviceCode(another.deviceCode)).rejects.toThrow('refused: out-of-order');
  });

  test('threat: the images of an activation that is done lead to no other account', async () => {
    const linked = await link(await begin());
    const { signed } = valueOf(await store(linked));
    const instanceId = await registration.typeSignature(signed.signature);
    expect(await registration.typeSignature(signed.signature)).toBe(instanceId);
    const again = await beginOffline(readFirst(registration), systemRandom, new Date());
    await expect(registration.typeDeviceCode(again.deviceCode)).rejects.toThrow('refused');
  });

  test('the account is not stored when another tab ended the activation or started another', async () => {
    const linked = await link(await begin());
    await phone.offline.erase();
    expect(await store(linked)).toEqual({ ok: false, refusal: 'interrupted' });
    await begin(await register(`max.${Date.now()}`));
    expect(await store(linked)).toEqual({ ok: false, refusal: 'interrupted' });
    expect(await phone.store.list()).toEqual([]);
  });
});

describe('the time of an offline activation', () => {
  test('a first image is old after a quarter of an hour, and one from the future shows a wrong clock', () => {
    const message = readFirst(registration);
    const at = (later: number) => new Date(message.licence.serverTime.getTime() + later);
    for (const later of [1 - OFFLINE_TIME_LIMIT, 0, OFFLINE_TIME_LIMIT - 1])
      expect(isOfflineImageCurrent(message, at(later))).toBe(true);
    for (const later of [-OFFLINE_TIME_LIMIT, OFFLINE_TIME_LIMIT])
      expect(isOfflineImageCurrent(message, at(later))).toBe(false);
  });

  test('a device code is erased as soon as it is too old, and a signature waits for its answer', async () => {
    const begun = await begin();
    const later = new Date(begun.begunAt.getTime() + OFFLINE_TIME_LIMIT);
    expect(await phone.offline.find(new Date(later.getTime() - 1))).not.toBe(null);
    const linked = await link(begun);
    const { signed } = valueOf(await store(linked));
    expect(await phone.offline.find(later)).toMatchObject(signed);

    const next = await begin();
    expect(next.deviceCode).not.toBe(begun.deviceCode);
    expect(await phone.offline.find(new Date(next.begunAt.getTime() + OFFLINE_TIME_LIMIT))).toBe(null);
    expect(await database.count('offlineActivation')).toBe(0);
  });
});

test('threat: what is kept of it cannot be read outside of this browser, nor opened once it was altered', async () => {
  const begun = await begin();
  const sealed = await database.get('offlineActivation', 'pending');
  if (!sealed) throw new TypeError('nothing was kept');
  const text = Buffer.from(sealed.ciphertext).toString('latin1');
  expect(text).not.toContain(begun.deviceCode);
  expect(text).not.toContain('jane');
  sealed.ciphertext[0] = (sealed.ciphertext[0] ?? 0) ^ 1;
  await database.put('offlineActivation', sealed, 'pending');
  expect(await phone.offline.find(new Date())).toBe(null);
  expect(await database.count('offlineActivation')).toBe(0);
});
