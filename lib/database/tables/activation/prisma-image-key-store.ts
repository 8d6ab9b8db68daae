import type { ImageKey, ImageKeyStore } from '../../../activation/image/image-key';
import type { PrismaClient } from '../../../generated/prisma/client';

export class PrismaImageKeyStore implements ImageKeyStore {
  readonly #client: PrismaClient;

  constructor(client: PrismaClient) {
    this.#client = client;
  }

  async list(): Promise<ImageKey[]> {
    return this.#client.imageKey.findMany({ orderBy: { number: 'asc' } });
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
