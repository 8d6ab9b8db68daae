import {
  OPERATION_KINDS,
  REFUSED_STATES,
  type PendingOperation,
  type PendingOperationId,
  type PendingOperationStore,
} from '../../../devices/pending/pending-operation';
import type { Prisma, PrismaClient, PendingOperation as OperationRow } from '../../../generated/prisma/client';
import type { SideEffects } from '../../../messaging/new-message';
import type { UserKey } from '../../../shared/identifiers/user-key';
import { accept, refuse, type Result } from '../../../shared/result';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';
import { previousVersion, saveWithSideEffects } from '../../side-effects/save-with-side-effects';
import { violatesUnique } from '../../sql';

const STATES = ['sent', 'waiting', 'done', ...REFUSED_STATES] as const;

export class PrismaPendingOperationStore implements PendingOperationStore {
  readonly #client: PrismaClient;
  readonly #persist: PersistSideEffects;

  constructor(client: PrismaClient, persist: PersistSideEffects) {
    this.#client = client;
    this.#persist = persist;
  }

  async open(operation: PendingOperation): Promise<Result<null, 'already-open'>> {
    try {
      await this.#client.pendingOperation.create({ data: operation });
      return accept(null);
    } catch (error) {
      if (violatesUnique(error, 'instance_id', 'user_id', 'pending_operation_one')) return refuse('already-open');
      throw error;
    }
  }

  async findOpen(instanceId: string): Promise<PendingOperation | null> {
    const row = await this.#client.pendingOperation.findFirst({ where: { instanceId, endedAt: null } });
    return row && operationFromRow(row);
  }

  listOf({ userId, domain }: UserKey, refusedSince: Date): Promise<PendingOperation[]> {
    const isRefused = { state: { in: [...REFUSED_STATES] }, endedAt: { gte: refusedSince } };
    return this.#list({ userId, domain, OR: [{ endedAt: null }, isRefused] }, { requestedAt: 'desc' }, 200);
  }

  listDue(now: Date, limit: number): Promise<PendingOperation[]> {
    return this.#list({ endedAt: null, lookAt: { lte: now } }, { lookAt: 'asc' }, limit);
  }

  async oldestOpen(): Promise<Date | null> {
    const { _min: oldest } = await this.#client.pendingOperation.aggregate({
      where: { endedAt: null },
      _min: { requestedAt: true },
    });
    return oldest.requestedAt;
  }

  async claim({ id, lookAt: read }: PendingOperation, lookAt: Date): Promise<boolean> {
    const where = { id, lookAt: read, endedAt: null };
    return (await this.#client.pendingOperation.updateMany({ where, data: { lookAt } })).count === 1;
  }

  save(operation: PendingOperation, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>> {
    return saveWithSideEffects(this.#client, this.#persist, sideEffects, async (transaction) => {
      const where = { id: operation.id, ...previousVersion(operation) };
      return (await transaction.pendingOperation.updateMany({ where, data: operation })).count === 1;
    });
  }

  async discard(id: PendingOperationId): Promise<void> {
    await this.#client.pendingOperation.deleteMany({ where: { id } });
  }

  async #list(
    where: Prisma.PendingOperationWhereInput,
    orderBy: Prisma.PendingOperationOrderByWithRelationInput,
    take: number,
  ): Promise<PendingOperation[]> {
    return (await this.#client.pendingOperation.findMany({ where, orderBy, take })).map(operationFromRow);
  }
}

/** @throws TypeError when the row's kind or state is none, which is a bug of the writer */
function operationFromRow(row: OperationRow): PendingOperation {
  const kind = OPERATION_KINDS.find((one) => one === row.kind);
  const state = STATES.find((one) => one === row.state);
  if (!kind || !state) throw new TypeError(`operation ${row.id} is a ${row.kind} in the state ${row.state}`);
  return { ...row, id: row.id as PendingOperationId, kind, state };
}
