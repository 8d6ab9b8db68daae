import type { LicenceCount, LicenceCountStore } from '../../../activation/licences/free-licences';
import type { PrismaClient } from '../../../generated/prisma/client';

/** The one row of the last count. */
const ID = 1;

export class PrismaLicenceCounts implements LicenceCountStore {
  readonly #client: PrismaClient;

  constructor(client: PrismaClient) {
    this.#client = client;
  }

  async read() {
    const [count, pools] = await this.#client.$transaction([
      this.#client.licenceCount.findUnique({ where: { id: ID }, omit: { id: true } }),
      this.#client.licencePool.findMany({ orderBy: [{ type: 'asc' }, { unit: 'asc' }], omit: { lastFreeAt: true } }),
    ]);
    return count && { ...count, pools };
  }

  async keep({ pools, isWhole }: LicenceCount, countedAt: Date, forgottenBefore: Date): Promise<void> {
    const count = { countedAt, isWhole };
    await this.#client.$transaction([
      this.#client.licenceCount.upsert({ where: { id: ID }, create: { id: ID, ...count }, update: count }),
      ...(isWhole ? [this.#client.licencePool.updateMany({ data: { free: 0 } })] : []),
      ...pools.map(({ type, unit, free }) =>
        this.#client.licencePool.upsert({
          where: { type_unit: { type, unit } },
          create: { type, unit, free, lastFreeAt: countedAt },
          update: { free, lastFreeAt: countedAt },
        }),
      ),
      this.#client.licencePool.deleteMany({ where: { lastFreeAt: { lt: forgottenBefore } } }),
    ]);
  }
}
