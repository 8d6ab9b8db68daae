import type { ManagerRequest as RequestRow, PrismaClient } from '../../../generated/prisma/client';
import type { ManagerRequest, ManagerRequestStore } from '../../../caller-check/manager/manager-request';
import type { SideEffects } from '../../../messaging/new-message';
import type { ManagerRequestId } from '../../../shared/identifiers/manager-request-id';
import type { Result } from '../../../shared/result';
import { DAY } from '../../../shared/time/duration';
import { announceChange } from '../../side-effects/announce-change';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';
import { previousVersion, saveWithSideEffects } from '../../side-effects/save-with-side-effects';

export class PrismaManagerRequestStore implements ManagerRequestStore {
  readonly #client: PrismaClient;
  readonly #persist: PersistSideEffects;

  constructor(client: PrismaClient, persist: PersistSideEffects) {
    this.#client = client;
    this.#persist = persist;
  }

  async find(id: ManagerRequestId, domain: string): Promise<ManagerRequest | null> {
    const row = await this.#client.managerRequest.findUnique({ where: { id, domain } });
    return row && requestFromRow(row);
  }

  async create(request: ManagerRequest, sideEffects: SideEffects): Promise<void> {
    await this.#client.$transaction(async (transaction) => {
      const overSince = new Date(request.askedAt.getTime() - DAY);
      await transaction.managerRequest.deleteMany({ where: { expiresAt: { lt: overSince } } });
      await transaction.managerRequest.create({ data: request });
      await this.#persist(transaction, sideEffects);
    });
  }

  async save(request: ManagerRequest, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>> {
    return saveWithSideEffects(this.#client, this.#persist, sideEffects, async (transaction) => {
      const { id, version, state, expiresAt } = request;
      const where = { id, ...previousVersion(request) };
      const { count } = await transaction.managerRequest.updateMany({ where, data: { version, state, expiresAt } });
      await announceChange(transaction, id);
      return count === 1;
    });
  }
}

function requestFromRow({ id, state, ...row }: RequestRow): ManagerRequest {
  return { ...row, id: id as ManagerRequestId, state: state as ManagerRequest['state'] };
}
