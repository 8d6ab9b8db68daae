import type { UserKey } from '../../../shared/identifiers/user-key';
import {
  isOpen,
  isUnderWay,
  OPEN_STATES,
  UNDER_WAY_STATES,
  type AwaitingDevice,
  type DeviceReplacement,
  type DeviceReplacementId,
  type OpenReplacement,
  type UnderWay,
  type Undoing,
  type DeviceReplacementStore,
} from '../../../devices/replacement/device-replacement';
import type { DeviceReplacement as ReplacementRow, Prisma, PrismaClient } from '../../../generated/prisma/client';
import type { SideEffects } from '../../../messaging/new-message';
import { accept, refuse, type Result } from '../../../shared/result';
import type { Database } from '../../database';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';
import { present } from '../../present';
import { previousVersion, saveWithSideEffects } from '../../side-effects/save-with-side-effects';
import { constantPart, propertiesOf, type JsonRow, type Sql, violatesUnique } from '../../sql';
import { reading } from '../../reading';

const UNDER_WAY = constantPart(UNDER_WAY_STATES.map((state) => `'${state}'`).join(', '));

export class PrismaDeviceReplacementStore implements DeviceReplacementStore {
  readonly #client: PrismaClient;
  readonly #sql: Sql;
  readonly #persist: PersistSideEffects;

  constructor({ client, sql }: Pick<Database, 'client' | 'sql'>, persist: PersistSideEffects) {
    this.#client = client;
    this.#sql = sql;
    this.#persist = persist;
  }

  async find(id: DeviceReplacementId, { userId, domain }: UserKey): Promise<DeviceReplacement | null> {
    const row = await this.#client.deviceReplacement.findUnique({ where: { id, userId, domain } });
    return row && replacementFromRow(row);
  }

  async findUnderWay({ userId, domain }: UserKey): Promise<UnderWay | null> {
    const [row] = await this.#sql.read<{ replacement: JsonRow }>`
      SELECT row_to_json(replacement) AS replacement FROM device_replacement AS replacement
      WHERE user_id = ${userId} AND domain = ${domain} AND state IN (${UNDER_WAY}) LIMIT 1`;
    const replacement = row && replacementFromRow(propertiesOf(row.replacement) as ReplacementRow);
    return replacement && isUnderWay(replacement) ? replacement : null;
  }

  async listOpen({ userId, domain }: UserKey): Promise<OpenReplacement[]> {
    return (await this.#list({ userId, domain, state: { in: [...OPEN_STATES] } }, { startedAt: 'desc' })).filter(
      isOpen,
    );
  }

  async listDue(now: Date, limit: number): Promise<(OpenReplacement | Undoing)[]> {
    const isOverdue = { state: { in: [...OPEN_STATES] }, endsAt: { lte: now } };
    const id = { in: await this.#listBegunRetirements(limit) };
    const where = { OR: [isOverdue, { state: 'awaiting-test', id }, { state: 'undoing' }] };
    const due = await this.#list(where, { endsAt: 'asc' }, limit);
    return due.filter((one) => isOpen(one) || one.state === 'undoing');
  }

  async create(replacement: AwaitingDevice, sideEffects: SideEffects): Promise<Result<null, 'already-under-way'>> {
    try {
      await this.#client.$transaction(async (transaction) => {
        await transaction.deviceReplacement.create({ data: rowFromReplacement(replacement) });
        await this.#persist(transaction, sideEffects);
      });
      return accept(null);
    } catch (error) {
      if (violatesUnique(error, 'user_id', 'old_instance_id', 'device_replacement_one'))
        return refuse('already-under-way');
      throw error;
    }
  }

  async save(replacement: DeviceReplacement, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>> {
    return saveWithSideEffects(this.#client, this.#persist, sideEffects, (transaction) =>
      saveReplacement(transaction, replacement),
    );
  }

  async #listBegunRetirements(limit: number): Promise<string[]> {
    const rows = await reading(
      () => this.#client.$queryRaw<{ id: string }[]>`
      SELECT id FROM device_replacement JOIN device_hold ON old_instance_id = instance_id AND cause = 'replaced'
      WHERE state = 'awaiting-test' LIMIT ${limit}::int`,
    );
    return rows.map(({ id }) => id);
  }

  async #list(
    where: Prisma.DeviceReplacementWhereInput,
    orderBy: Prisma.DeviceReplacementOrderByWithRelationInput,
    take = 100,
  ): Promise<DeviceReplacement[]> {
    const rows = await this.#client.deviceReplacement.findMany({ where, orderBy, take });
    return rows.map(replacementFromRow);
  }
}

/** @returns false when another writer has moved it */
export async function saveReplacement(
  transaction: Prisma.TransactionClient,
  replacement: DeviceReplacement,
): Promise<boolean> {
  const { id, state, oldInstanceId: instanceId } = replacement;
  const where = { id, ...previousVersion(replacement) };
  const { count } = await transaction.deviceReplacement.updateMany({ where, data: rowFromReplacement(replacement) });
  if (count === 0) return false;
  if (state === 'undoing' || state === 'cancelled')
    await transaction.deviceHold.deleteMany({ where: { instanceId, cause: 'replaced' } });
  return true;
}

function rowFromReplacement(replacement: DeviceReplacement): ReplacementRow {
  const { id, version, state, userId, domain, oldInstanceId, oldName, startedAt, notMeTokenHash } = replacement;
  return {
    id,
    version,
    state,
    userId,
    domain,
    oldInstanceId,
    oldName,
    newInstanceId: 'newInstanceId' in replacement ? replacement.newInstanceId : null,
    newName: 'newName' in replacement ? replacement.newName : null,
    startedAt,
    notMeTokenHash,
    endsAt: 'endsAt' in replacement ? replacement.endsAt : null,
    endedAt: 'endedAt' in replacement ? replacement.endedAt : null,
  };
}

/** @throws TypeError when the row fits no state, which is a bug of the writer */
function replacementFromRow(row: ReplacementRow): DeviceReplacement {
  const { state, version, userId, domain, oldInstanceId, oldName, startedAt, notMeTokenHash } = row;
  const id = row.id as DeviceReplacementId;
  const common = { id, version, userId, domain, oldInstanceId, oldName, startedAt, notMeTokenHash };
  const open = () => ({ endsAt: present(row, 'endsAt') });
  const both = () => ({ newInstanceId: present(row, 'newInstanceId'), newName: present(row, 'newName') });
  const ending = () => ({ endedAt: present(row, 'endedAt') });
  switch (state) {
    case 'awaiting-device':
      return { ...common, ...open(), state };
    case 'awaiting-test':
    case 'retired':
      return { ...common, ...open(), ...both(), state };
    case 'finished':
    case 'undoing':
    case 'undone':
    case 'stopped':
      return { ...common, ...both(), ...ending(), state };
    case 'cancelled':
      return { ...common, ...ending(), state };
    default:
      throw new TypeError(`replacement ${id} is in the unknown state ${state}`);
  }
}
