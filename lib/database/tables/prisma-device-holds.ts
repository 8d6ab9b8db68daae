import { HOLD_CAUSES, type DeviceHolds, type HoldCause } from '../../devices/locks/device-holds';
import type { PrismaClient } from '../../generated/prisma/client';

export class PrismaDeviceHolds implements DeviceHolds {
  readonly #client: PrismaClient;

  constructor(client: PrismaClient) {
    this.#client = client;
  }

  async hold(instanceId: string, cause: HoldCause, heldAt: Date): Promise<void> {
    await this.#client.deviceHold.createMany({ data: { instanceId, cause, heldAt }, skipDuplicates: true });
  }

  async release(instanceId: string, cause: HoldCause): Promise<void> {
    await this.#client.deviceHold.deleteMany({ where: { instanceId, cause } });
  }

  async standing(instanceId: string): Promise<HoldCause[]> {
    const rows = await this.#client.deviceHold.findMany({ where: { instanceId }, select: { cause: true } });
    return HOLD_CAUSES.filter((cause) => rows.some((row) => row.cause === cause));
  }
}
