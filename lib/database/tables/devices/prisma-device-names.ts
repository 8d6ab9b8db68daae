import type { DeviceNames } from '../../../devices/name-keeping-directory';
import type { PrismaClient } from '../../../generated/prisma/client';

export class PrismaDeviceNames implements DeviceNames {
  readonly #client: PrismaClient;

  constructor(client: PrismaClient) {
    this.#client = client;
  }

  async find(instanceIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (instanceIds.length === 0) return new Map();
    const rows = await this.#client.deviceName.findMany({ where: { instanceId: { in: [...instanceIds] } } });
    return new Map(rows.map(({ instanceId, name }) => [instanceId, name]));
  }

  async keep(instanceId: string, name: string): Promise<void> {
    await this.#client.deviceName.upsert({ where: { instanceId }, create: { instanceId, name }, update: { name } });
  }

  async forget(instanceId: string): Promise<void> {
    const where = { instanceId };
    await this.#client.$transaction([
      this.#client.deviceName.deleteMany({ where }),
      this.#client.deviceHold.deleteMany({ where }),
    ]);
  }
}
