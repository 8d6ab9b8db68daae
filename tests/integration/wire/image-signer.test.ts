import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ImageKeyStore } from '@/lib/wire/image/image-key';
import type { ImageSignature } from '@/lib/wire/image/image-signer';
import { StoredImageSigner } from '@/lib/wire/image/renderers/stored-image-signer';
import { imageKeyId, isImageKeyEndorsed } from '@/lib/wire/crypto/image-key';
import { KeyRing } from '@/lib/wire/crypto/key-ring';
import { importPublicKey } from '@/lib/wire/crypto/signing-key';
import type { Database } from '@/lib/database/database';
import { PrismaImageKeyStore } from '@/lib/database/tables/activation/prisma-image-key-store';
import { verifyImageSignature } from '@/lib/wire/image/colour/image-signature';
import { bytesFromBase64Url } from '@/lib/shared/bytes';
import { DAY, HOUR, MINUTE } from '@/lib/shared/time/duration';
import { forEachDatabase } from '../../support/databases/databases';
import { FakeClock } from '../../support/doubles/fake-clock';

const ORIGIN = 'https://tessera.example.org';
const PAYLOAD = '01;01;jane.doe;example.org;Xk29aLm4;Rt7Qp2Zd';
const SETTINGS = { origin: ORIGIN, rotationMs: 90 * DAY, imageLifetimeMs: 5 * MINUTE };
const RING = new KeyRing([{ id: 'test', key: new Uint8Array(32).fill(9) }]);

forEachDatabase((_name, open) => {
  let database: Database;
  let store: ImageKeyStore;
  let clock: FakeClock;
  let signer: StoredImageSigner;

  beforeAll(async () => {
    database = await open();
    store = new PrismaImageKeyStore(database);
  });

  beforeEach(async () => {
    await database.client.imageKey.deleteMany();
    clock = new FakeClock();
    signer = replica();
  });

  const replica = (encrypter = RING, settings = {}) =>
    new StoredImageSigner({ store, encrypter, clock }, { ...SETTINGS, ...settings });
  const sign = () => signer.sign(PAYLOAD, clock.now());

  it('the key is read once for concurrent signatures, and again for later ones', async () => {
    await sign();
    const list = vi.spyOn(store, 'list');
    const both = await Promise.all([sign(), sign()]);
    expect(list).toHaveBeenCalledTimes(1);
    expect(both[0]).toEqual(both[1]);
    await sign();
    expect(list).toHaveBeenCalledTimes(2);
  });
  const ids = async () => {
    const { keys, retired } = await signer.publish();
    return { keys: keys.map(({ id }) => id), retired: retired.map(({ id }) => id) };
  };

  async function isGenuine(made: ImageSignature, payload = PAYLOAD, origin = ORIGIN): Promise<boolean> {
    const { keys } = await signer.publish();
    const published = keys.find(({ id }) => id === made.keyId);
    if (!published) throw new Error('the signature names no published key');
    const publicKey = await importPublicKey(bytesFromBase64Url(published.publicKey));
    return verifyImageSignature(made, { payload, origin, publicKey });
  }

  /** Another key is due, has been made, and has begun. */
  async function turn(): Promise<void> {
    clock.pass(SETTINGS.rotationMs);
    await signer.rotate();
    clock.pass(HOUR);
    await signer.rotate();
  }

  describe('the site’s signature on an image', () => {
    it('a signature is valid for this payload at this origin, and holds its time of issue', async () => {
      const made = await sign();
      expect(made.issuedAt).toBe(clock.now().getTime() / 1_000);
      expect(await isGenuine(made)).toBe(true);
      expect(await isGenuine(made, `${PAYLOAD}x`)).toBe(false);
      expect(await isGenuine(made, PAYLOAD, 'https://evil.example.org')).toBe(false);
    });

    it('a signature is the same whichever replica makes it', async () => {
      expect(await replica().sign(PAYLOAD, clock.now())).toEqual(await sign());
    });
  });

  describe('the keys', () => {
    it('threat: replicas that start at once all end with one key', async () => {
      await Promise.all(Array.from({ length: 6 }, () => replica().rotate()));
      expect(await database.client.imageKey.count()).toBe(1);
      const signatures = await Promise.all(Array.from({ length: 3 }, () => replica().sign(PAYLOAD, clock.now())));
      for (const made of signatures) expect(await isGenuine(made)).toBe(true);
    });

    it('threat: stolen database: private keys are encrypted, and bound to their row', async () => {
      await sign();
      const [row] = await database.client.imageKey.findMany();
      expect(row?.encryptedPrivateKey).toMatch(/^v1\.test\./);
      await database.client.imageKey.update({ where: { number: 1 }, data: { id: 'ffffffff' } });
      await expect(sign()).rejects.toThrow('belongs elsewhere');
    });

    it('keys whose data key is gone sign nothing, and are not replaced by unendorsed ones', async () => {
      await sign();
      const lost = replica(new KeyRing([{ id: 'other', key: new Uint8Array(32) }]));
      await expect(lost.sign(PAYLOAD, clock.now())).rejects.toThrow('no key named test');
      clock.pass(SETTINGS.rotationMs);
      await expect(lost.rotate()).rejects.toThrow('no key named test');
      expect(await ids()).toMatchObject({ keys: [expect.any(String)] });
    });

    it('the keys are published under the origin, with an ID derived from each', async () => {
      await sign();
      const published = await signer.publish();
      expect(published).toEqual({
        origin: ORIGIN,
        keys: [
          {
            id: expect.any(String),
            publicKey: expect.any(String),
            notBefore: clock.now().toISOString(),
            endorsedBy: null,
          },
        ],
        retired: [],
      });
      const [key] = published.keys;
      expect(key?.id).toBe(await imageKeyId(bytesFromBase64Url(key?.publicKey ?? '')));
      expect(JSON.stringify(published)).not.toContain('v1.test');
    });
  });

  describe('a new key', () => {
    it('a new key is created when the old one has served its days, and not before', async () => {
      const { keyId } = await sign();
      clock.pass(SETTINGS.rotationMs - 1);
      await signer.rotate();
      expect(await ids()).toEqual({ keys: [keyId], retired: [] });
      clock.pass(1);
      await Promise.all([signer.rotate(), replica().rotate()]);
      expect((await ids()).keys).toHaveLength(2);
    });

    it('a new key is published for an hour before it signs', async () => {
      const old = (await sign()).keyId;
      clock.pass(SETTINGS.rotationMs);
      await signer.rotate();
      const [, next] = (await ids()).keys;
      clock.pass(HOUR - 1);
      expect((await sign()).keyId).toBe(old);
      clock.pass(1);
      expect((await sign()).keyId).toBe(next);
    });

    it('a new key is endorsed by the one before it', async () => {
      await sign();
      await turn();
      const { keys } = await signer.publish();
      const [first, second] = keys.map(({ publicKey }) => bytesFromBase64Url(publicKey));
      const endorsement = bytesFromBase64Url(keys[1]?.endorsedBy?.signature ?? '');
      expect(keys[1]?.endorsedBy?.id).toBe(keys[0]?.id);
      if (!first || !second) throw new Error('there are not two keys');
      expect(await isImageKeyEndorsed(first, second, endorsement)).toBe(true);
      expect(await isImageKeyEndorsed(second, first, endorsement)).toBe(false);
    });

    it('a new key’s use erases the old private key, and old images stay verifiable until they have expired', async () => {
      const made = await sign();
      await turn();
      const rows = await database.client.imageKey.findMany({ orderBy: { number: 'asc' } });
      expect(rows.map(({ encryptedPrivateKey }) => encryptedPrivateKey === null)).toEqual([true, false]);
      clock.pass(5 * MINUTE + DAY - 1);
      expect(await isGenuine(made)).toBe(true);
      clock.pass(1);
      const { keys, retired } = await ids();
      expect(retired).toEqual([made.keyId]);
      expect(keys).toEqual([(await sign()).keyId]);
    });

    it('a replica whose clock is behind signs with the only key there is', async () => {
      await signer.rotate();
      clock.pass(-MINUTE);
      expect(await isGenuine(await sign())).toBe(true);
      clock.pass(MINUTE);
      await turn();
      clock.pass(-2 * HOUR);
      expect(await isGenuine(await sign())).toBe(true);
    });
  });
});
