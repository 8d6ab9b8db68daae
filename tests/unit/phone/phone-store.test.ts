import * as standIn from 'fake-indexeddb';
import { openDB, type IDBPDatabase } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { UsableAccount } from '@/lib/phone/accounts/account';
import { AccountStore } from '@/lib/phone/accounts/account-store';
import { openUnderBiometrics, sealUnderBiometrics } from '@/lib/phone/keys/biometric-sealed-key';
import { deviceKey } from '@/lib/phone/keys/device-key';
import { openPhoneDatabase, type PhoneDatabase } from '@/lib/phone/accounts/phone-database';
import { openUnderPin, sealUnderPin, openWithPin, type Exclusively } from '@/lib/phone/keys/pin-sealed-key';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { StoredSiteKeyPins } from '@/lib/phone/site/stored-site-key-pins';

const ID = 'VDS1000042-1';
const PIN = '739164';
const KEY = new Uint8Array(32).fill(9);
const atOnce: Exclusively = (_name, work) => work();

let database: PhoneDatabase;
let store: AccountStore;
let key: CryptoKey;

async function account(): Promise<UsableAccount> {
  return {
    state: 'usable',
    instanceId: ID,
    userId: 'jane.doe',
    domain: 'example.org',
    name: 'Work phone',
    activatedAt: '2026-05-04T10:00:00.000Z',
    pinMinimumLength: 4,
    pinMaximumLength: 8,
    notifications: 'off',
    triesLeft: 5,
    pinSealedKey: await sealUnderPin(key, ID, KEY, PIN),
    biometrics: null,
  };
}

let now: number;
const tryPin = (pin: string) => openWithPin({ store, deviceKey: key, exclusively: atOnce }, ID, pin, () => now);
/** Tries it after every pause. */
const tryLater = (pin: string) => {
  now += MINUTE;
  return tryPin(pin);
};

beforeEach(async () => {
  for (const [name, value] of Object.entries(standIn)) vi.stubGlobal(name, value);
  vi.stubGlobal('indexedDB', new standIn.IDBFactory());
  database = await openPhoneDatabase(() => undefined);
  store = new AccountStore(database);
  now = Date.UTC(2026, 4, 4, 10);
  key = await deviceKey(database);
});

describe('the PIN', () => {
  test('the PIN opens the key on this device alone', async () => {
    const sealed = await sealUnderPin(key, ID, KEY, PIN);
    expect(await openUnderPin(key, ID, sealed, PIN)).toEqual({ ok: true, value: KEY });
    const other = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    await expect(openUnderPin(other, ID, sealed, PIN)).rejects.toBeInstanceOf(DOMException);
    await expect(openUnderPin(key, 'VDS1000042-2', sealed, PIN)).rejects.toBeInstanceOf(DOMException);
  });

  test('a right PIN restores all tries', async () => {
    await store.add(await account());
    expect(await tryPin('0000')).toMatchObject({ outcome: 'wrong-pin', triesLeft: 4 });
    expect(await tryLater(PIN)).toEqual({ outcome: 'opened', instanceKey: KEY });
    expect(await store.find(ID)).toMatchObject({ triesLeft: 5 });
  });

  test('the account is wiped when the PIN was wrong five times', async () => {
    await store.add(await account());
    for (const triesLeft of [4, 3, 2, 1])
      expect(await tryLater('0000')).toMatchObject({ outcome: 'wrong-pin', triesLeft });
    expect(await tryLater('0000')).toEqual({ outcome: 'wiped' });
    expect(await store.find(ID)).toEqual({
      state: 'wiped',
      instanceId: ID,
      userId: 'jane.doe',
      domain: 'example.org',
      name: 'Work phone',
      activatedAt: '2026-05-04T10:00:00.000Z',
    });
    expect(await tryPin(PIN)).toEqual({ outcome: 'wiped' });
  });
});

describe('the pause after a wrong PIN', () => {
  test('the pause after a wrong PIN grows, and no tab makes or counts a try within it', async () => {
    await store.add(await account());
    for (const seconds of [2, 5, 10, 20]) {
      const counted = await store.takeTry(ID, now);
      now += seconds * SECOND - 1;
      expect(await tryPin(PIN)).toEqual({ outcome: 'too-early', mayTryAt: now + 1 });
      expect(await store.find(ID)).toEqual(counted);
    }
    now += 1;
    expect(await tryPin(PIN)).toMatchObject({ outcome: 'opened' });
    expect(await store.find(ID)).toMatchObject({ triesLeft: 5, mayTryAt: 0 });
  });

  test('the pause after a wrong PIN is not prolonged by a clock that is set back', async () => {
    await store.add(await account());
    await store.takeTry(ID, now);
    now -= 60 * MINUTE;
    expect(await tryPin(PIN)).toEqual({ outcome: 'too-early', mayTryAt: now + 2 * SECOND });
  });
});

describe('a try', () => {
  test('a try is counted before it is made, also when the page closes during it', async () => {
    await store.add({ ...(await account()), triesLeft: 1 });
    expect(await store.takeTry(ID, now)).toMatchObject({ triesLeft: 0 });
    expect(await tryPin(PIN)).toEqual({ outcome: 'wiped' });
  });

  test('concurrent tries of several tabs are all counted', async () => {
    await store.add(await account());
    const otherTab = new AccountStore(await openPhoneDatabase(() => undefined));
    const taken = await Promise.all([store, otherTab, store, otherTab].map((tab) => tab.takeTry(ID, now)));
    expect(taken.map((one) => one?.state === 'usable' && one.triesLeft)).toEqual([4, 3, 2, 1]);
  });

  test('a try for an account that is gone says so', async () => {
    expect(await tryPin(PIN)).toEqual({ outcome: 'gone' });
  });
});

test('a change does not bring back an account that was removed or wiped', async () => {
  await store.add(await account());
  await store.wipe(ID);
  expect(await store.change(ID, { name: 'Again' })).toBe(false);
  await store.remove(ID);
  expect(await store.change(ID, { name: 'Again' })).toBe(false);
  expect(await store.list()).toEqual([]);
});

describe('biometrics', () => {
  const secret = new Uint8Array(32).fill(5);
  const credentialId = new Uint8Array([1, 2, 3]);

  test('biometrics unlock the key where the platform provides a secret', async () => {
    const sealed = await sealUnderBiometrics(key, ID, KEY, { credentialId, secret });
    expect(sealed.kind).toBe('unlocks');
    expect(await openUnderBiometrics(key, ID, sealed, { secret })).toEqual({ ok: true, value: KEY });
    const wrong = new Uint8Array(32);
    expect(await openUnderBiometrics(key, ID, sealed, { secret: wrong })).toEqual({ ok: false, refusal: 'not-opened' });
    expect(await openUnderBiometrics(key, ID, sealed, { secret: null })).toEqual({ ok: false, refusal: 'not-opened' });
  });

  test('biometrics only gate the key where the platform provides no secret', async () => {
    const sealed = await sealUnderBiometrics(key, ID, KEY, { credentialId, secret: null });
    expect(sealed.kind).toBe('gates');
    expect(await openUnderBiometrics(key, ID, sealed, { secret: null })).toEqual({ ok: true, value: KEY });
  });
});

test('the device’s key is made once and cannot be exported', async () => {
  expect(key.extractable).toBe(false);
  const otherTab = await openPhoneDatabase(() => undefined);
  const sealed = await sealUnderPin(await deviceKey(otherTab), ID, KEY, PIN);
  expect((await openUnderPin(key, ID, sealed, PIN)).ok).toBe(true);
});

test('a website’s pinned keys are deleted with its last account', async () => {
  const pins = new StoredSiteKeyPins(database);
  await store.add(await account());
  await store.add({ ...(await account()), instanceId: 'VDS1000042-2' });
  await pins.keep('https://id.example.org', ['key']);
  await store.remove(ID);
  expect(await pins.find('https://id.example.org')).toEqual(['key']);
  await store.remove('VDS1000042-2');
  expect(await pins.find('https://id.example.org')).toEqual([]);
});

test('the store of an earlier version keeps its accounts', async () => {
  const older = await openDB('older', 1, {
    upgrade(created) {
      created.createObjectStore('accounts', { keyPath: 'instanceId' });
      created.createObjectStore('device');
    },
  });
  await older.put('accounts', await account());
  older.close();
  const newer = await openPhoneDatabase(
    () => undefined,
    () => undefined,
    'older',
  );
  expect(await new AccountStore(newer).find(ID)).toMatchObject({ state: 'usable', userId: 'jane.doe' });
  await new StoredSiteKeyPins(newer).keep('https://id.example.org', ['key']);
});

/** Past every version that there is. */
const NEXT = 1_000;

test('the store stays open for what is under way while a newer version waits, until it is given up', async () => {
  let giveUp: (() => void) | null = null;
  const current = await openPhoneDatabase((close) => (giveUp = close), undefined, 'shared');
  const accounts = new AccountStore(current);
  const newer = new Promise<IDBPDatabase>((resolve, reject) => {
    const opened = openDB('shared', NEXT, { blocked: () => void goOn().catch(reject) });
    async function goOn(): Promise<void> {
      await accounts.add(await account());
      expect(await accounts.find(ID)).toMatchObject({ userId: 'jane.doe' });
      giveUp?.();
      resolve(await opened);
    }
  });
  expect((await newer).version).toBe(NEXT);
  await expect(accounts.find(ID)).rejects.toBeInstanceOf(DOMException);
});

test('an older version of the app is told when a newer one has opened the store, or keeps it waiting', async () => {
  const newer = await openDB('raised', NEXT);
  await expect(openPhoneDatabase(() => undefined, undefined, 'raised')).rejects.toMatchObject({ name: 'VersionError' });
  newer.close();

  const old = await openDB('kept', 1, { upgrade: (created) => void created.createObjectStore('accounts') });
  await new Promise<void>((resolve) => {
    void openPhoneDatabase(() => undefined, resolve, 'kept').catch(() => undefined);
  });
  old.close();
});
