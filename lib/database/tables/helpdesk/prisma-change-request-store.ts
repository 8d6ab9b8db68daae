import { isRole } from '../../../accounts/users/role';
import type { ChangeRequest as RequestRow, PrismaClient } from '../../../generated/prisma/client';
import type {
  ChangeRequest,
  ChangeRequestId,
  ChangeRequestStore,
  ChangeState,
  PersonChange,
} from '../../../helpdesk/changes/change-request';
import type { SideEffects } from '../../../messaging/new-message';
import { accept, refuse, type Result } from '../../../shared/result';
import { present } from '../../present';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';
import { previousVersion, saveWithSideEffects } from '../../side-effects/save-with-side-effects';
import { violatesUnique } from '../../sql';

const AWAITING = 'awaiting-approval';

export class PrismaChangeRequestStore implements ChangeRequestStore {
  readonly #client: PrismaClient;
  readonly #persist: PersistSideEffects;

  constructor(client: PrismaClient, persist: PersistSideEffects) {
    this.#client = client;
    this.#persist = persist;
  }

  async find(id: ChangeRequestId): Promise<ChangeRequest | null> {
    const row = await this.#client.changeRequest.findUnique({ where: { id } });
    return row && requestFromRow(row);
  }

  async listAwaiting(domain: string, limit: number): Promise<ChangeRequest[]> {
    const where = { state: AWAITING, domain };
    const rows = await this.#client.changeRequest.findMany({ where, orderBy: { requestedAt: 'asc' }, take: limit });
    return rows.map(requestFromRow);
  }

  async listDue(now: Date, limit: number): Promise<ChangeRequest[]> {
    const where = { OR: [{ state: 'approved' }, { state: AWAITING, endsAt: { lte: now } }] };
    const rows = await this.#client.changeRequest.findMany({ where, orderBy: { requestedAt: 'asc' }, take: limit });
    return rows.map(requestFromRow);
  }

  async create(request: ChangeRequest, sideEffects: SideEffects): Promise<Result<null, 'already-asked'>> {
    try {
      await this.#client.$transaction(async (transaction) => {
        await transaction.changeRequest.create({ data: request });
        await this.#persist(transaction, sideEffects);
      });
      return accept(null);
    } catch (error) {
      if (violatesUnique(error, 'user_id', 'change_request_one_current')) return refuse('already-asked');
      throw error;
    }
  }

  async save(request: ChangeRequest, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>> {
    return saveWithSideEffects(this.#client, this.#persist, sideEffects, async (transaction) => {
      const where = { id: request.id, ...previousVersion(request) };
      const { count } = await transaction.changeRequest.updateMany({ where, data: request });
      return count > 0;
    });
  }
}

/** @throws TypeError when the row fits no change, which is a bug of the writer */
function requestFromRow(row: RequestRow): ChangeRequest {
  const { id, version, state, userId, domain, ticket, requestedBy, requestedAt, endsAt, decidedBy, endedAt } = row;
  const times = { requestedAt, endsAt, endedAt };
  const known = {
    id: id as ChangeRequestId,
    version,
    state: state as ChangeState,
    userId,
    domain,
    ticket,
    requestedBy,
  };
  return { ...changeFromRow(row), ...known, ...times, decidedBy };
}

function changeFromRow(row: RequestRow): PersonChange {
  const { id, change, role } = row;
  switch (change) {
    case 'disable':
    case 'remove':
      return { change, role: null, instanceId: null };
    case 'take-role':
      if (role === null || !isRole(role)) break;
      return { change, role, instanceId: null };
    case 'lock-device':
    case 'unlock-device':
      return { change, role: null, instanceId: present(row, 'instanceId') };
  }
  throw new TypeError(`request ${id} is for the unknown change ${change}`);
}
