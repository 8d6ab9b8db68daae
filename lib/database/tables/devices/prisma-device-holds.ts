import type { AuditEvent } from '../../../audit/audit-event';
import {
  HOLD_CAUSES,
  type DeviceHolds,
  type DueLock,
  type HoldCause,
  type StaffHold,
} from '../../../devices/locks/device-holds';
import type { PrismaClient } from '../../../generated/prisma/client';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';

export class PrismaDeviceHolds implements DeviceHolds {
  readonly #client: PrismaClient;
  readonly #persist: PersistSideEffects;

  constructor(client: PrismaClient, persist: PersistSideEffects) {
    this.#client = client;
    this.#persist = persist;
  }

  async hold(
    instanceId: string,
    cause: HoldCause,
    heldAt: Date,
    heldBy: string | null = null,
    events: AuditEvent[] = [],
  ): Promise<void> {
    const hold = { instanceId, cause, heldAt, heldBy };
    await this.#client.$transaction(async (transaction) => {
      const held = await transaction.deviceHold.createMany({ data: hold, skipDuplicates: true });
      if (held.count === 0) {
        const isAgain = await transaction.deviceHold.updateMany({
          where: { instanceId, cause, heldBy },
          data: { heldAt },
        });
        if (isAgain.count > 0) return;
        await transaction.deviceHold.updateMany({ where: { instanceId, cause }, data: { heldAt, heldBy } });
      }
      await this.#persist(transaction, { events, messages: [] });
    });
  }

  async markLocked(instanceId: string, lockedAt: Date): Promise<void> {
    await this.#client.deviceHold.updateMany({ where: { instanceId, lockedAt: null }, data: { lockedAt } });
  }

  async listDue(take: number): Promise<DueLock[]> {
    const where = { lockedAt: null };
    const rows = await this.#client.deviceHold.findMany({ where, orderBy: { heldAt: 'asc' }, take });
    return rows.map(({ instanceId, cause }) => ({ instanceId, cause: cause as HoldCause }));
  }

  async release(instanceId: string, cause: HoldCause): Promise<void> {
    await this.#client.deviceHold.deleteMany({ where: { instanceId, cause } });
  }

  async standing(instanceId: string): Promise<HoldCause[]> {
    const rows = await this.#client.deviceHold.findMany({ where: { instanceId }, select: { cause: true } });
    return HOLD_CAUSES.filter((cause) => rows.some((row) => row.cause === cause));
  }

  async heldAt(instanceId: string, cause: HoldCause): Promise<Date | null> {
    return (await this.#find(instanceId, cause))?.heldAt ?? null;
  }

  async staffHold(instanceId: string): Promise<StaffHold | null> {
    const row = await this.#find(instanceId, 'helpdesk');
    return row && { by: row.heldBy, at: row.heldAt };
  }

  async releaseStaffHold(instanceId: string, { by, at }: StaffHold): Promise<boolean> {
    const where = { instanceId, cause: 'helpdesk', heldBy: by, heldAt: at };
    return (await this.#client.deviceHold.deleteMany({ where })).count > 0;
  }

  #find(instanceId: string, cause: HoldCause) {
    return this.#client.deviceHold.findUnique({ where: { instanceId_cause: { instanceId, cause } } });
  }
}
