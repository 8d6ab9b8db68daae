import type { DeviceHolds } from '../authenticators/device-holds';
import type { PrismaClient } from '../generated/prisma/client';

export class PrismaDeviceHolds implements DeviceHolds {
  private readonly client: PrismaClient;

  constructor(client: PrismaClient) {
    this.client = client;
  }

  async hold(instanceId: string, heldAt: Date): Promise<void> {
    await this.client.deviceHold.createMany({ data: { instanceId, heldAt }, skipDuplicates: true });
  }

  async release(instanceId: string): Promise<void> {
    await this.client.deviceHold.deleteMany({ where: { instanceId } });
  }

  async isHeld(instanceId: string): Promise<boolean> {
    return (await this.client.deviceHold.count({ where: { instanceId } })) > 0;
  }
}
