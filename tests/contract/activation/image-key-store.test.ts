import { beforeAll, describe, expect, it, beforeEach } from 'vitest';
import type { Database } from '@/lib/database/database';
import { PrismaImageKeyStore } from '@/lib/database/tables/activation/prisma-image-key-store';
import type { ImageKey, ImageKeyStore } from '@/lib/wire/image/image-key';
import { forEachDatabase } from '../../support/databases/databases';
import { MemoryImageKeyStore } from '../../support/doubles/stores/memory-image-key-store';

function imageKey(number: number, change: Partial<ImageKey> = {}): ImageKey {
  return {
    number,
    id: number.toString(16).padStart(8, '0'),
    publicKey: `public ${number}`,
    encryptedPrivateKey: `sealed ${number}`,
    notBefore: new Date(`2026-0${number}-04T10:00:00.123Z`),
    endorsement: number === 1 ? null : `endorsed by ${number - 1}`,
    ...change,
  };
}

/** What every adapter of the port `ImageKeyStore` does. @param open gives an empty store */
function imageKeyStoreContract(open: () => Promise<ImageKeyStore>): void {
  let store: ImageKeyStore;

  beforeEach(async () => {
    store = await open();
  });

  it('image keys are read back in the order of their numbers', async () => {
    expect(await store.list()).toEqual([]);
    for (const number of [1, 3, 2]) expect(await store.add(imageKey(number))).toBe(true);
    expect(await store.list()).toEqual([imageKey(1), imageKey(2), imageKey(3)]);
  });

  it('threat: concurrent starts of replicas: of many keys with one number one is kept, and returned to all', async () => {
    const keys = Array.from({ length: 8 }, (_, index) => imageKey(1, { id: `0000000${index}` }));
    const added = await Promise.all(keys.map((key) => store.add(key)));
    expect(added.filter(Boolean)).toHaveLength(1);
    expect(await store.list()).toEqual([keys[added.indexOf(true)]]);
  });

  it('private keys are erased, and the rest that phones need is kept', async () => {
    for (const number of [1, 2, 3]) await store.add(imageKey(number));
    await store.erasePrivateKeysBefore(3);
    await store.erasePrivateKeysBefore(2);
    const erased = { encryptedPrivateKey: null };
    expect(await store.list()).toEqual([imageKey(1, erased), imageKey(2, erased), imageKey(3)]);
  });
}

describe('in memory', () => {
  imageKeyStoreContract(async () => new MemoryImageKeyStore());
});

forEachDatabase((_name, open) => {
  let database: Database;

  beforeAll(async () => {
    database = await open();
  });

  imageKeyStoreContract(async () => {
    await database.client.imageKey.deleteMany();
    return new PrismaImageKeyStore(database);
  });

  it('threat: a key slipped into the database: all but the first need an endorsement', async () => {
    const row = { number: 99, id: 'ffffffff', publicKey: '', encryptedPrivateKey: '', notBefore: new Date() };
    await expect(database.client.imageKey.create({ data: { ...row, endorsement: null } })).rejects.toThrow(
      'image_key_endorsement',
    );
  });
});
