import { MOST_MARKS, type DeviceMarks } from '../../../devices/marks/device-marks';
import type { PrismaClient } from '../../../generated/prisma/client';
import { purge } from '../../purge';

export class PrismaDeviceMarks implements DeviceMarks {
  readonly #client: PrismaClient;

  constructor(client: PrismaClient) {
    this.#client = client;
  }

  async add(browserHash: string, instanceId: string, markedAt: Date): Promise<void> {
    const id = { browserHash, instanceId };
    await this.#client.deviceMark.upsert({
      where: { browserHash_instanceId: id },
      create: { ...id, markedAt },
      update: { markedAt },
    });
    const surplus = await this.#client.deviceMark.findMany({
      where: { browserHash },
      orderBy: { markedAt: 'desc' },
      skip: MOST_MARKS,
    });
    if (surplus.length > 0)
      await this.remove(
        browserHash,
        surplus.map((mark) => mark.instanceId),
      );
  }

  async list(browserHash: string, since: Date): Promise<string[]> {
    const marks = await this.#client.deviceMark.findMany({
      where: { browserHash, markedAt: { gt: since } },
      orderBy: { markedAt: 'desc' },
      take: MOST_MARKS,
    });
    return marks.map(({ instanceId }) => instanceId);
  }

  async remove(browserHash: string, instanceIds: readonly string[]): Promise<void> {
    await this.#client.deviceMark.deleteMany({ where: { browserHash, instanceId: { in: [...instanceIds] } } });
  }

  async purge(before: Date): Promise<void> {
    await purge(this.#client, {
      table: 'device_mark',
      by: 'marked_at',
      before,
    });
  }
}
