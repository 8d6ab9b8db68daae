import type { ImageKey, ImageKeyStore } from '../../../wire/image/image-key';
import type { PrismaClient } from '../../../generated/prisma/client';
import type { Database } from '../../database';
import type { Sql } from '../../sql';

export class PrismaImageKeyStore implements ImageKeyStore {
  readonly #client: PrismaClient;
  readonly #sql: Sql;

  constructor({ client, sql }: Pick<Database, 'client' | 'sql'>) {
    this.#client = client;
    this.#sql = sql;
  }

  async list(): Promise<ImageKey[]> {
    return this.#sql.read<ImageKey>`
      SELECT number, id, public_key AS "publicKey", encrypted_private_key AS "encryptedPrivateKey",
        not_before AS "notBefore", endorsement
      FROM image_key ORDER BY number`;
  }

  async add(key: ImageKey): Promise<boolean> {
    const { count } = await this.#client.imageKey.createMany({ data: [key], skipDuplicates: true });
    return count === 1;
  }

  async erasePrivateKeysBefore(number: number): Promise<void> {
    const where = { number: { lt: number }, encryptedPrivateKey: { not: null } };
    await this.#client.imageKey.updateMany({ where, data: { encryptedPrivateKey: null } });
  }
}
