import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { StoredImageSigner } from '@/lib/wire/image/renderers/stored-image-signer';
import type { Account } from '@/lib/phone/accounts/account';
import { judgeImage } from '@/lib/phone/site/judge-image';
import { pinSite, pinSiteAtOpening } from '@/lib/phone/site/pin-site';
import { KeyRing } from '@/lib/wire/crypto/key-ring';
import type { ImageSignature } from '@/lib/wire/image/colour/image-signature';
import { DAY, HOUR, MINUTE } from '@/lib/shared/time/duration';
import { FakeClock } from '../../support/doubles/fake-clock';
import { KeyServer } from '../../support/servers/key-server';
import { MemoryImageKeyStore } from '../../support/doubles/stores/memory-image-key-store';
import { MemorySiteKeyPins } from '../../support/doubles/stores/memory-site-key-pins';
import { newAccount } from '../../support/new-account';

const PAYLOAD = '01;01;jane.doe;example.org;Xk29aLm4;Rt7Qp2Zd';
const ROTATION = 90 * DAY;

let server: KeyServer;
let clock: FakeClock;
let store: MemoryImageKeyStore;
let site: StoredImageSigner;
let pins: MemorySiteKeyPins;

beforeAll(async () => {
  server = await KeyServer.open();
});
afterAll(() => server.close());

beforeEach(async () => {
  clock = new FakeClock();
  pins = new MemorySiteKeyPins();
  store = new MemoryImageKeyStore();
  site = newSite(server.origin, store);
  server.publish = () => site.publish();
});

function newSite(origin = server.origin, keys = new MemoryImageKeyStore()): StoredImageSigner {
  const encrypter = new KeyRing([{ id: 'test', key: new Uint8Array(32).fill(9) }]);
  const settings = { origin, rotationMs: ROTATION, imageLifetimeMs: 5 * MINUTE };
  return new StoredImageSigner({ store: keys, encrypter, clock }, settings);
}

/** What a phone says that has always turned to this server. */
const judge = (signature: ImageSignature | null, text = PAYLOAD, origin = server.origin) =>
  judgeImage({ origin, pins }, { text, signature }, 'image');
const signed = (by = site) => by.sign(PAYLOAD, clock.now());
const pin = () => pinSite({ origin: server.origin, pins });
const open = (accounts: Account[] = [newAccount()]) => pinSiteAtOpening({ origin: server.origin, pins }, accounts);
const doubt = (reason: string) => ({ kind: 'not-verifiable', origin: server.origin, reason });
const forged = (forgery: string) => ({ kind: 'forged', forgery, keyId: expect.stringMatching(/^[0-9a-f]{8}$/) });
const verified = () => ({ kind: 'verified', origin: server.origin });

/** Three months pass at the site, and its next key begins. */
async function turn(by = site): Promise<void> {
  clock.pass(ROTATION);
  await by.rotate();
  clock.pass(HOUR);
  await by.rotate();
}

describe('an image that the website has signed', () => {
  test('an image that the website signed is verified', async () => {
    expect(await judge(await signed())).toEqual(verified());
  });

  test('an image with another payload or time than the signed one is forged', async () => {
    const signature = await signed();
    expect(await judge(signature, PAYLOAD.replace('Rt7Qp2Zd', 'Rt7Qp2Ze'))).toEqual(forged('wrong-signature'));
    expect(await judge({ ...signature, issuedAt: signature.issuedAt + 1 })).toEqual(forged('wrong-signature'));
  });

  test('an image signed with the website’s next key is verified at once, whatever keys were cached', async () => {
    expect(await judge(await signed())).toEqual(verified());
    await turn();
    expect(await judge(await signed())).toEqual(verified());
  });
});

describe('an image about which nothing can be said', () => {
  test('an image without a signature is doubtful, and the website is not asked', async () => {
    server.asked = 0;
    expect(await judge(null)).toEqual(doubt('no-signature'));
    expect(await judgeImage({ origin: server.origin, pins }, { text: PAYLOAD, signature: null }, 'link')).toEqual(
      doubt('link'),
    );
    expect(server.asked).toBe(0);
  });

  test.each<[string, () => unknown]>([
    ['no list', () => null],
    ['no JSON object', () => []],
    ['a list of something else', () => ({ origin: server.origin, keys: [{ id: 'x' }], retired: [] })],
    [
      'a key that is too short',
      () => ({
        origin: server.origin,
        keys: [{ id: '00000000', publicKey: 'AA', notBefore: '', endorsedBy: null }],
        retired: [],
      }),
    ],
  ])('comes from a website that publishes %s', async (_name, list) => {
    const signature = await signed();
    server.publish = async () => list();
    expect(await judge(signature)).toEqual(doubt('no-keys'));
  });

  test('an image of an unreachable website is doubtful', async () => {
    const gone = await KeyServer.open();
    gone.close();
    const { reason } = (await judge(await signed(), PAYLOAD, gone.origin)) as { reason: string };
    expect(reason).toBe('no-keys');
  });

  test('an image signed with a retired key is doubtful', async () => {
    const old = await signed();
    await turn();
    clock.pass(DAY + 5 * MINUTE);
    expect(await judge(old)).toEqual(doubt('old-key'));
    expect(await judge(old, `${PAYLOAD}x`)).toEqual(forged('wrong-signature'));
  });

  test('threat: a website that lends its name: what a list says of its origin is not believed', async () => {
    site = newSite('https://bank.example.org');
    expect(await judge(await signed())).toEqual(doubt('other-name'));
  });
});

describe('threat: a forger with a key of their own', () => {
  test('a forger’s key that the website does not name makes an image a forgery', async () => {
    await site.rotate();
    expect(await judge(await signed(newSite()))).toEqual(forged('unknown-key'));
  });

  test('a forger’s key that passes for the website’s makes an image a forgery', async () => {
    const { keyId } = await signed();
    expect(await judge({ ...(await signed(newSite())), keyId })).toEqual(forged('wrong-signature'));
  });
});

describe('a phone that was activated there before', () => {
  test('the phone follows the website through any number of endorsed keys', async () => {
    await site.rotate();
    await pin();
    for (let quarter = 0; quarter < 5; quarter++) await turn();
    expect((await site.publish()).retired.length).toBeGreaterThan(2);
    expect(await judge(await signed())).toEqual(verified());
    await turn();
    expect(await judge(await signed())).toEqual(verified());
  });

  test('the phone keeps the website’s pinned keys when it is activated again', async () => {
    await site.rotate();
    await pin();
    const held = await pins.find(server.origin);
    site = newSite();
    await site.rotate();
    await pin();
    expect(await pins.find(server.origin)).toEqual(held);
  });

  test('threat: a list with another’s key is refused', async () => {
    await site.rotate();
    await pin();
    const forger = newSite();
    const [own, theirs] = [await site.publish(), await forger.publish()];
    server.publish = async () => ({ ...own, keys: [...own.keys, ...theirs.keys] });
    expect(await judge(await signed(forger))).toEqual(forged('key-not-endorsed'));
    expect(await judge(await signed())).toEqual(verified());
  });

  test('threat: a list with only another’s keys, endorsed among themselves, is refused', async () => {
    await site.rotate();
    await pin();
    site = newSite();
    await site.rotate();
    await turn();
    expect(await judge(await signed())).toEqual(forged('key-not-endorsed'));
  });

  test('threat: a list with an endorsement copied from another key is refused', async () => {
    await site.rotate();
    await pin();
    await turn();
    const forger = newSite();
    const [own, theirs] = [await site.publish(), await forger.publish()];
    const endorsedBy = own.keys.at(-1)?.endorsedBy ?? null;
    expect(endorsedBy).not.toBeNull();
    const copied = theirs.keys.map((key) => Object.assign(key, { endorsedBy }));
    server.publish = async () => ({ ...own, keys: [...own.keys, ...copied] });
    expect(await judge(await signed(forger))).toEqual(forged('key-not-endorsed'));
  });

  test('threat: an old private key that was stolen: once the phone has gone on, it endorses nothing', async () => {
    await site.rotate();
    await pin();
    const stolen = new MemoryImageKeyStore();
    for (const key of await store.list()) await stolen.add(key);
    await turn();
    clock.pass(2 * DAY);
    expect(await judge(await signed())).toEqual(verified());

    const thief = newSite(server.origin, stolen);
    await thief.rotate();
    clock.pass(HOUR);
    server.publish = () => thief.publish();
    expect(await judge(await signed(thief))).toEqual(forged('key-not-endorsed'));
  });

  test('a phone that was activated before tells images from forgeries when the key list is unavailable', async () => {
    const signature = await signed();
    await pin();
    server.publish = async () => null;
    expect(await judge(signature)).toEqual(verified());
    expect(await judge(signature, `${PAYLOAD}x`)).toEqual(forged('wrong-signature'));
  });
});

describe('a phone that was activated without a network', () => {
  const { instanceId, userId, domain, name, activatedAt } = newAccount();
  const wiped = { state: 'wiped', instanceId, userId, domain, name, activatedAt } as const;

  test('an offline phone pins the website’s keys when the app is next opened', async () => {
    const signature = await signed();
    await open();
    server.publish = async () => null;
    expect(await judge(signature)).toEqual(verified());
    expect(await judge(await signed(newSite()))).toEqual(doubt('no-keys'));
  });

  test('the app opens while the website is unreachable, and pins its keys later', async () => {
    await site.rotate();
    server.publish = async () => null;
    await open();
    expect(await pins.find(server.origin)).toEqual([]);
    server.publish = () => site.publish();
    await open();
    expect(await pins.find(server.origin)).toHaveLength(1);
  });

  test.each<[string, Account[]]>([
    ['no account', []],
    ['an account that was erased', [wiped]],
  ])('the website is not asked for keys with %s', async (_name, accounts) => {
    server.asked = 0;
    await open(accounts);
    expect(server.asked).toBe(0);
  });

  test('threat: another’s list: what is held already stays, and is not asked for again', async () => {
    await site.rotate();
    await open();
    const held = await pins.find(server.origin);
    site = newSite();
    await site.rotate();
    server.asked = 0;
    await open();
    expect(await pins.find(server.origin)).toEqual(held);
    expect(server.asked).toBe(0);
  });

  test('keys pinned by another tab meanwhile stay', async () => {
    await site.rotate();
    server.publish = async () => {
      await pins.keep(server.origin, ['held by another tab']);
      return site.publish();
    };
    await open();
    expect(await pins.find(server.origin)).toEqual(['held by another tab']);
  });
});
