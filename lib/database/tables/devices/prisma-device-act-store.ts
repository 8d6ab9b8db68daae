import type { AuditEvent } from '../../../audit/audit-event';
import type { Deed, DeviceAct, DeviceActId, DeviceActStore, ReadHold } from '../../../devices/acts/device-act';
import type { Prisma, PrismaClient } from '../../../generated/prisma/client';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';

/** Undoes the transaction. */
class HoldMoved extends Error {}

export class PrismaDeviceActStore implements DeviceActStore {
  readonly #client: PrismaClient;
  readonly #persist: PersistSideEffects;

  constructor(client: PrismaClient, persist: PersistSideEffects) {
    this.#client = client;
    this.#persist = persist;
  }

  async begin({ deed, event, ...act }: DeviceAct, released: ReadHold | null): Promise<boolean> {
    const data = { ...act, deed, event: event as Prisma.InputJsonObject };
    try {
      await this.#client.$transaction(async (transaction) => {
        await transaction.deviceAct.create({ data });
        if (!released) return;
        const { cause, by: heldBy, at: heldAt } = released;
        const where = { instanceId: act.instanceId, cause, heldBy, heldAt };
        if ((await transaction.deviceHold.deleteMany({ where })).count === 0) throw new HoldMoved();
      });
      return true;
    } catch (error) {
      if (error instanceof HoldMoved) return false;
      throw error;
    }
  }

  async listDue(now: Date, take: number): Promise<DeviceAct[]> {
    const where = { lookAt: { lte: now } };
    const rows = await this.#client.deviceAct.findMany({ where, orderBy: { begunAt: 'asc' }, take });
    return rows.map(({ id, userId, domain, instanceId, deed, event, begunAt, lookAt }) => ({
      id: id as DeviceActId,
      userId,
      domain,
      instanceId,
      deed: deed as Deed,
      event: event as AuditEvent,
      begunAt,
      lookAt,
    }));
  }

  async claim({ id, lookAt: read }: DeviceAct, lookAt: Date): Promise<boolean> {
    return (await this.#client.deviceAct.updateMany({ where: { id, lookAt: read }, data: { lookAt } })).count === 1;
  }

  end({ id, userId, domain, instanceId, deed }: DeviceAct, events: AuditEvent[]): Promise<void> {
    return this.#client.$transaction(async (transaction) => {
      if ((await transaction.deviceAct.deleteMany({ where: { id } })).count === 0) return;
      if (deed.kind === 'remove' && events.length > 0) {
        const removals = { userId, domain, instanceId, deed: { path: ['kind'], equals: deed.kind } };
        await transaction.deviceAct.deleteMany({ where: removals });
      }
      await this.#persist(transaction, { events, messages: [] });
    });
  }

  takeBack({ id, instanceId }: DeviceAct, released: ReadHold | null): Promise<void> {
    return this.#client.$transaction(async (transaction) => {
      if ((await transaction.deviceAct.deleteMany({ where: { id } })).count === 0 || !released) return;
      const { cause, by: heldBy, at: heldAt } = released;
      const where = { instanceId_cause: { instanceId, cause } };
      // A later hold for the same cause stays as it is.
      await transaction.deviceHold.upsert({ where, create: { instanceId, cause, heldAt, heldBy }, update: {} });
    });
  }
}
