import type { UserKey } from '../../../shared/identifiers/user-key';
import type { DeviceRemoval as RemovalRow, PrismaClient } from '../../../generated/prisma/client';
import type { SideEffects } from '../../../messaging/new-message';
import type {
  DeviceRemoval,
  DeviceRemovalId,
  RemovalApproved,
  RemovalAwaiting,
  DeviceRemovalStore,
} from '../../../helpdesk/removal/device-removal';
import type { ReissueReason } from '../../../caller-check/reissue-reason';
import { accept, refuse, type Result } from '../../../shared/result';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';
import { present } from '../../present';
import { previousVersion, saveWithSideEffects } from '../../side-effects/save-with-side-effects';
import { violatesUnique } from '../../sql';

export class PrismaDeviceRemovalStore implements DeviceRemovalStore {
  readonly #client: PrismaClient;
  readonly #persist: PersistSideEffects;

  constructor(client: PrismaClient, persist: PersistSideEffects) {
    this.#client = client;
    this.#persist = persist;
  }

  async find(id: DeviceRemovalId): Promise<DeviceRemoval | null> {
    const row = await this.#client.deviceRemoval.findUnique({ where: { id } });
    return row && removalFromRow(row);
  }

  async listAwaiting(domain: string, limit: number): Promise<RemovalAwaiting[]> {
    const where = { state: 'awaiting-approval', domain };
    const rows = await this.#client.deviceRemoval.findMany({ where, orderBy: { requestedAt: 'asc' }, take: limit });
    return rows.map(removalFromRow).filter((removal) => removal.state === 'awaiting-approval');
  }

  async listFor({ userId, domain }: UserKey, limit: number): Promise<DeviceRemoval[]> {
    const where = { userId, domain };
    const rows = await this.#client.deviceRemoval.findMany({ where, orderBy: { requestedAt: 'desc' }, take: limit });
    return rows.map(removalFromRow);
  }

  async listDue(now: Date, limit: number): Promise<(RemovalAwaiting | RemovalApproved)[]> {
    const where = { OR: [{ state: 'approved' }, { state: 'awaiting-approval', endsAt: { lte: now } }] };
    const rows = await this.#client.deviceRemoval.findMany({ where, orderBy: { requestedAt: 'asc' }, take: limit });
    return rows.map(removalFromRow).filter(isOpen);
  }

  async create(
    removal: RemovalAwaiting | RemovalApproved,
    sideEffects: SideEffects,
  ): Promise<Result<null, 'already-asked'>> {
    try {
      await this.#client.$transaction(async (transaction) => {
        await transaction.deviceRemoval.create({ data: rowFromRemoval(removal) });
        await this.#persist(transaction, sideEffects);
      });
      return accept(null);
    } catch (error) {
      if (violatesUnique(error, 'instance_id', 'device_removal_one_current')) return refuse('already-asked');
      throw error;
    }
  }

  async save(removal: DeviceRemoval, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>> {
    return saveWithSideEffects(this.#client, this.#persist, sideEffects, async (transaction) => {
      const where = { id: removal.id, ...previousVersion(removal) };
      const { count } = await transaction.deviceRemoval.updateMany({ where, data: rowFromRemoval(removal) });
      return count > 0;
    });
  }
}

function isOpen(removal: DeviceRemoval): removal is RemovalAwaiting | RemovalApproved {
  return removal.state === 'awaiting-approval' || removal.state === 'approved';
}

function rowFromRemoval(removal: DeviceRemoval): RemovalRow {
  const { id, version, state, userId, domain, instanceId, reason, ticket, justification } = removal;
  const { requestedBy, requestedAt } = removal;
  const asked = { reason, ticket, justification, requestedBy, requestedAt };
  return {
    id,
    version,
    state,
    userId,
    domain,
    instanceId,
    ...asked,
    endsAt: 'endsAt' in removal ? removal.endsAt : null,
    decidedBy: 'decidedBy' in removal ? removal.decidedBy : null,
    endedAt: 'endedAt' in removal ? removal.endedAt : null,
  };
}

/** @throws TypeError when the row fits no state, which is a bug of the writer */
function removalFromRow(row: RemovalRow): DeviceRemoval {
  const { state, version, userId, domain, instanceId, ticket, justification, requestedBy, requestedAt } = row;
  const named = { id: row.id as DeviceRemovalId, version, userId, domain, instanceId };
  const asked = { reason: row.reason as ReissueReason, ticket, justification, requestedBy, requestedAt };
  const common = { ...named, ...asked };
  const ended = () => ({ endedAt: present(row, 'endedAt') });
  switch (state) {
    case 'awaiting-approval':
      return { ...common, state, endsAt: present(row, 'endsAt') };
    case 'approved':
      return { ...common, state, decidedBy: row.decidedBy };
    case 'removed':
      return { ...common, ...ended(), state, decidedBy: row.decidedBy };
    case 'declined':
      return { ...common, ...ended(), state, decidedBy: present(row, 'decidedBy') };
    case 'expired':
      return { ...common, ...ended(), state };
    default:
      throw new TypeError(`removal ${row.id} is in the unknown state ${state}`);
  }
}
