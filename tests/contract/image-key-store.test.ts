import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import { PrismaImageKeyStore } from '@/lib/database/tables/prisma-image-key-store';
import { forEachDatabase } from '../support/databases/databases';
import { MemoryImageKeyStore } from '../support/doubles/stores/memory-image-key-store';
import { imageKeyStoreContract } from './image-key-store.contract';

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
    return new PrismaImageKeyStore(database.client);
  });

  it('threat: a key slipped into the database: all but the first need an endorsement', async () => {
    const row = { number: 99, id: 'ffffffff', publicKey: '', sealedPrivateKey: '', notBefore: new Date() };
    await expect(database.client.imageKey.create({ data: { ...row, endorsement: null } })).rejects.toThrow(
      'image_key_endorsement',
    );
  });
});
