import { HOLD_CAUSES, type DeviceHolds, type HoldCause, type StaffHold } from '../../devices/locks/device-holds';
import type { PrismaClient } from '../../generated/prisma/client';

export class PrismaDeviceHolds implements DeviceHolds {
  readonly #client: PrismaClient;

  constructor(client: PrismaClient) {
    this.#client = client;
  }

  async hold(instanceId: string, cause: HoldCause, heldAt: Date, heldBy: string | null = null): Promise<void> {
    const where = { instanceId_cause: { instanceId, cause } };
    const held = { heldAt, heldBy };
    await this.#client.deviceHold.upsert({ where, create: { instanceId, cause, ...held }, update: held });
  }

  async release(instanceId: string, cause: HoldCause): Promise<void> {
    await this.#client.deviceHold.deleteMany({ where: { instanceId, cause } });
  }

  async standing(instanceId: string): Promise<HoldCause[]> {
    const rows = await this.#client.deviceHold.findMany({ where: { instanceId }, select: { cause: true } });
    return HOLD_CAUSES.filter((cause) => rows.some((row) => row.cause === cause));
  }

  async staffHold(instanceId: string): Promise<StaffHold | null> {
    const where = { instanceId_cause: { instanceId, cause: 'helpdesk' } };
    const row = await this.#client.deviceHold.findUnique({ where });
    return row && { by: row.heldBy, at: row.heldAt };
  }

  async releaseStaffHold(instanceId: string, { by, at }: StaffHold): Promise<boolean> {
    const where = { instanceId, cause: 'helpdesk', heldBy: by, heldAt: at };
    return (await this.#client.deviceHold.deleteMany({ where })).count > 0;
  }
}
