import type { PrismaClient, PushKey } from '../../../generated/prisma/client';
import type { PushKeyStore, StoredPushKey } from '../../../messaging/phone-alerts/push-key';

const ONLY = { id: 1 };

export class PrismaPushKeyStore implements PushKeyStore {
  readonly #client: PrismaClient;

  constructor(client: PrismaClient) {
    this.#client = client;
  }

  async find(): Promise<StoredPushKey | null> {
    const row = await this.#client.pushKey.findUnique({ where: ONLY });
    return row && keyFromRow(row);
  }

  async add(key: StoredPushKey, createdAt: Date): Promise<StoredPushKey> {
    await this.#client.pushKey.createMany({ data: [{ ...ONLY, ...key, createdAt }], skipDuplicates: true });
    return keyFromRow(await this.#client.pushKey.findUniqueOrThrow({ where: ONLY }));
  }
}

function keyFromRow({ publicKey, encryptedPrivateKey }: PushKey): StoredPushKey {
  return { publicKey, encryptedPrivateKey };
}
