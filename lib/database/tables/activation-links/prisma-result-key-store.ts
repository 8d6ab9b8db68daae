import type { ResultKey, ResultKeyStore } from '../../../helpdesk/activation-links/result-signer';
import type { PrismaClient } from '../../../generated/prisma/client';

export class PrismaResultKeyStore implements ResultKeyStore {
  readonly #client: PrismaClient;

  constructor(client: PrismaClient) {
    this.#client = client;
  }

  async list(): Promise<ResultKey[]> {
    return this.#client.resultKey.findMany({ orderBy: { number: 'asc' } });
  }

  async add(key: ResultKey): Promise<boolean> {
    const { count } = await this.#client.resultKey.createMany({ data: [key], skipDuplicates: true });
    return count === 1;
  }

  async erasePrivateKeysBefore(number: number): Promise<void> {
    const where = { number: { lt: number }, encryptedPrivateKey: { not: null } };
    await this.#client.resultKey.updateMany({ where, data: { encryptedPrivateKey: null } });
  }
}
