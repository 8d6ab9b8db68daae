import { beforeAll, describe, expect, test, beforeEach } from 'vitest';
import { loginRequestsKey } from '@/lib/shared/changes/change-feed';
import type { Database } from '@/lib/database/database';
import { PrismaChallengeStore } from '@/lib/database/tables/gateways/prisma-challenge-store';
import { PrismaGatewayStore } from '@/lib/database/tables/gateways/prisma-gateway-store';
import {
  abandon,
  type Waiting,
  approve,
  redeem,
  refuseChallenge,
  scan,
  type Approved,
  type Reader,
  type Scanned,
} from '@/lib/gateways/embedded/engine/challenges/challenge';
import type { ChallengeStore } from '@/lib/gateways/embedded/engine/challenges/challenge-store';
import type { GatewayStore, Owner } from '@/lib/gateways/embedded/engine/gateway-store';
import { forEachDatabase } from '../../support/databases/databases';
import { MemoryChallengeStore } from '@/lib/kit/gateways/state/memory-challenge-store';
import { MemoryGatewayStore } from '@/lib/kit/gateways/state/memory-gateway-store';
import { poll } from '@/lib/kit/poll';
import { addActiveDevice } from '../../support/add-active-device';

const NOW = new Date('2026-05-04T10:00:00.123Z');
const EXPIRY = new Date('2026-05-04T10:01:00.123Z');
const LATER = new Date('2026-05-04T10:02:00.456Z');

let count = 0;

function newChallenge(changes: Partial<Waiting> = {}): Waiting {
  count += 1;
  return {
    state: 'waiting',
    keyHash: `hash ${count}`,
    requestKey: `request ${count}`,
    purpose: 'caller-check',
    version: 0,
    origin: 'https://id.example.org',
    address: '203.0.113.9',
    browser: 'Firefox on Windows',
    number: '42',
    addressee: null,
    encryptedKey: null,
    encryptedWords: null,
    openedAt: NOW,
    expiresAt: EXPIRY,
    ...changes,
  };
}

function sentTo({ userId, domain }: Reader, changes: Partial<Waiting> = {}): Waiting {
  return newChallenge({ addressee: { userId, domain }, encryptedKey: 'sealed challenge key', ...changes });
}

/** @param open gives the stores under test, which may hold challenges of other tests */
function challengeStoreContract(open: () => Promise<{ challenges: ChallengeStore; devices: GatewayStore }>): void {
  let challenges: ChallengeStore;
  let devices: GatewayStore;
  let reader: Reader;

  beforeEach(async () => {
    ({ challenges, devices } = await open());
    reader = await addActiveDevice(devices);
  });

  async function scanned(): Promise<Scanned> {
    const waiting = newChallenge();
    await challenges.add(waiting);
    const moved = scan(waiting, reader);
    expect(await challenges.save(moved)).toBe(true);
    return moved;
  }

  async function approved(): Promise<Approved> {
    const moved = approve(await scanned(), LATER);
    expect(await challenges.save(moved)).toBe(true);
    return moved;
  }

  test('a challenge is found by its key and by its request, and nothing else is', async () => {
    const waiting = newChallenge();
    await challenges.add(waiting);
    expect(await challenges.findByKey(waiting.keyHash)).toEqual(waiting);
    expect(await challenges.findByRequest(waiting.requestKey)).toEqual(waiting);
    expect(await challenges.findByKey(waiting.requestKey)).toBeNull();
    expect(await challenges.findByRequest(waiting.keyHash)).toBeNull();
  });

  test('a key or a request is never given twice', async () => {
    const waiting = newChallenge();
    await challenges.add(waiting);
    await expect(challenges.add(newChallenge({ keyHash: waiting.keyHash }))).rejects.toThrow(/exists|unique/i);
    await expect(challenges.add(newChallenge({ requestKey: waiting.requestKey }))).rejects.toThrow(/exists|unique/i);
  });

  describe('moves', () => {
    test('every state comes back as it was saved', async () => {
      const redeemed = redeem(await approved(), LATER);
      const refused = refuseChallenge(await scanned(), 'not-me', LATER);
      const cancelled = abandon(newChallenge(), 'cancelled', LATER);
      await challenges.add(newChallenge({ keyHash: cancelled.keyHash, requestKey: cancelled.requestKey }));
      const expired = abandon(await scanned(), 'expired', LATER);
      for (const ended of [redeemed, refused, cancelled, expired]) {
        expect(await challenges.save(ended)).toBe(true);
        expect(await challenges.findByKey(ended.keyHash)).toEqual(ended);
      }
    });

    test('threat: of two phones that read at the same moment, one does', async () => {
      const waiting = newChallenge();
      await challenges.add(waiting);
      const other = await addActiveDevice(devices);
      const saved = await Promise.all([reader, other].map((one) => challenges.save(scan(waiting, one))));
      expect(saved.filter(Boolean)).toHaveLength(1);
    });

    test('threat: of many sessions opened with one approval, one is', async () => {
      const yes = await approved();
      const saved = await Promise.all(Array.from({ length: 5 }, () => challenges.save(redeem(yes, LATER))));
      expect(saved.filter(Boolean)).toHaveLength(1);
    });

    test('a move from a version that is not current changes nothing', async () => {
      const first = await scanned();
      const refused = refuseChallenge(first, 'wrong-number', LATER);
      expect(await challenges.save(refused)).toBe(true);
      expect(await challenges.save(approve(first, LATER))).toBe(false);
      expect(await challenges.findByKey(first.keyHash)).toEqual(refused);
    });

    test.each(['locked', 'removed'] as const)(
      'threat: a device that is %s reads, says and opens nothing',
      async (how) => {
        const waiting = newChallenge();
        await challenges.add(waiting);
        const [read, yes] = [await scanned(), await approved()];
        await (how === 'locked' ? devices.changeInstance(reader, { state: 'locked' }) : devices.removeInstance(reader));
        expect(await challenges.save(scan(waiting, reader))).toBe(false);
        expect(await challenges.save(approve(read, LATER))).toBe(false);
        expect(await challenges.save(redeem(yes, LATER))).toBe(false);
        expect(await challenges.save(refuseChallenge(read, 'device-not-usable', LATER))).toBe(true);
      },
    );
  });

  describe('what is sent to a person', () => {
    test('a challenge sent to a user is pending for that user only, newest first, until it expires', async () => {
      const other = await addActiveDevice(devices);
      const [first, second] = [sentTo(reader), sentTo(reader, { openedAt: LATER, expiresAt: LATER })];
      for (const sent of [first, second, sentTo(other), newChallenge()]) await challenges.add(sent);
      expect(await challenges.listSentTo(reader, NOW)).toEqual([second, first]);
      expect(await challenges.listSentTo(reader, EXPIRY)).toEqual([second]);
      expect(await challenges.listSentTo({ ...reader, domain: '' }, NOW)).toEqual([]);
    });

    test('a challenge is no longer pending once a phone has read it, and its key is erased', async () => {
      const [read, dropped, late] = [sentTo(reader), sentTo(reader), sentTo(reader)];
      for (const sent of [read, dropped, late]) await challenges.add(sent);
      expect(await challenges.save(scan(read, reader))).toBe(true);
      expect(await challenges.save(abandon(dropped, 'cancelled', NOW))).toBe(true);
      await challenges.expire(EXPIRY);
      expect(await challenges.listSentTo(reader, NOW)).toEqual([]);
      for (const { keyHash } of [read, dropped, late])
        expect(await challenges.findByKey(keyHash)).not.toHaveProperty('encryptedKey');
    });
  });

  test('only the wrong numbers that a user’s phones have entered since a time are found', async () => {
    const since = async (time: Date, owner: Owner = reader) => challenges.wrongNumbersOf(owner, time);
    expect(await since(NOW)).toEqual([]);
    for (const [reason, at] of [
      ['wrong-number', EXPIRY],
      ['wrong-number', NOW],
      ['not-me', LATER],
    ] as const)
      await challenges.save(refuseChallenge(await scanned(), reason, at));
    expect(await since(NOW)).toEqual([NOW, EXPIRY]);
    expect(await since(EXPIRY)).toEqual([EXPIRY]);
    expect(await since(NOW, { ...reader, domain: '' })).toEqual([]);
  });

  describe('time', () => {
    test('expired challenges are ended, each reported once', async () => {
      const [waiting, live] = [newChallenge(), newChallenge({ expiresAt: LATER })];
      await challenges.add(waiting);
      await challenges.add(live);
      const ended = await challenges.expire(EXPIRY);
      expect(ended.map(({ requestKey, purpose }) => ({ requestKey, purpose }))).toEqual([
        { requestKey: waiting.requestKey, purpose: waiting.purpose },
      ]);
      expect(await challenges.findByKey(waiting.keyHash)).toEqual(abandon(waiting, 'expired', EXPIRY));
      expect(await challenges.expire(EXPIRY)).toEqual([]);
    });

    test('old challenges are deleted by the purge', async () => {
      const waiting = newChallenge();
      await challenges.add(waiting);
      expect(await challenges.deleteExpiredBefore(LATER)).toBeGreaterThanOrEqual(1);
      expect(await challenges.findByKey(waiting.keyHash)).toBeNull();
    });
  });
}

describe('in memory', () => {
  challengeStoreContract(async () => {
    const devices = new MemoryGatewayStore();
    return { devices, challenges: new MemoryChallengeStore(devices) };
  });
});

forEachDatabase((_name, open) => {
  let database: Database;
  let challenges: PrismaChallengeStore;
  beforeAll(async () => {
    database = await open();
    challenges = new PrismaChallengeStore(database.client);
  });
  challengeStoreContract(async () => ({ challenges, devices: new PrismaGatewayStore(database) }));

  test('the words of a caller check are kept until it is answered, and erased by every end', async () => {
    const devices = new PrismaGatewayStore(database);
    const columnOf = async ({ keyHash }: Pick<Waiting, 'keyHash'>) =>
      (await database.client.gatewayChallenge.findUniqueOrThrow({ where: { keyHash } })).encryptedWords;
    const asked = async () => {
      const reader = await addActiveDevice(devices);
      const waiting = sentTo(reader, { encryptedWords: 'sealed words' });
      await challenges.add(waiting);
      const scanned = scan(waiting, reader);
      expect(await challenges.save(scanned)).toBe(true);
      expect(await columnOf(waiting)).toBe('sealed words');
      expect(await challenges.findByKey(waiting.keyHash)).toEqual(scanned);
      return scanned;
    };
    for (const move of [
      (one: Scanned) => approve(one, LATER),
      (one: Scanned) => refuseChallenge(one, 'wrong-number', LATER),
      (one: Scanned) => abandon(one, 'cancelled', LATER),
    ]) {
      const scanned = await asked();
      expect(await challenges.save(move(scanned))).toBe(true);
      expect(await columnOf(scanned)).toBeNull();
    }
    const late = await asked();
    await challenges.expire(EXPIRY);
    expect(await columnOf(late)).toBeNull();
  });

  test('every change is announced to subscribers of the request key', async () => {
    const [openedAt, expiresAt] = [new Date('2027-01-01T00:00:00Z'), new Date('2027-01-01T00:01:00Z')];
    const asking = { purpose: 'sign-in', origin: 'https://x', address: '', browser: '', number: '42' } as const;
    const common = { ...asking, version: 0, openedAt, expiresAt };
    for (const name of ['saved', 'swept']) {
      const image = { addressee: null, encryptedKey: null, encryptedWords: null };
      const names = { keyHash: name, requestKey: `phs-${name}` };
      const waiting: Waiting = { ...common, ...image, ...names, state: 'waiting' };
      await challenges.add(waiting);
      let told = 0;
      const stop = await database.changeFeed.subscribe(waiting.requestKey as never, () => (told += 1));
      if (name === 'saved') await challenges.save(abandon(waiting, 'cancelled', expiresAt));
      else await challenges.expire(expiresAt);
      await poll('the notice', async () => told > 0);
      expect(told).toBe(1);
      stop();
    }
  });

  test('a challenge sent to a user is announced when it is sent, read and cancelled', async () => {
    const addressee = { userId: 'jane.doe', domain: 'example.org' };
    const [openedAt, expiresAt] = [new Date('2027-01-01T00:00:00Z'), new Date('2027-01-01T00:01:00Z')];
    const asking = {
      purpose: 'sign-in',
      origin: 'https://x',
      address: '',
      browser: '',
      number: '42',
    } as const;
    const names = { keyHash: 'sent', requestKey: 'phs-sent', version: 0, openedAt, expiresAt };
    const sealed = { encryptedKey: 'sealed', encryptedWords: null };
    const waiting: Waiting = { ...names, ...asking, ...sealed, addressee, state: 'waiting' };
    let told = 0;
    const stop = await database.changeFeed.subscribe(loginRequestsKey(addressee), () => (told += 1));
    await challenges.add(waiting);
    await poll('the notice', async () => told === 1);
    await challenges.save(abandon(waiting, 'cancelled', expiresAt));
    await poll('the other notice', async () => told === 2);
    const rows = await database.client.$queryRaw`SELECT encrypted_key FROM gateway_challenge WHERE key_hash = 'sent'`;
    expect(rows).toEqual([{ encrypted_key: null }]);
    stop();
  });
});
