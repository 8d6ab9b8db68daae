import type { AuditEvent } from '../../../audit/audit-event';
import type { CopyFacts, CopyStore, DeviceCopy, KeptCopy, ReturnedCopy } from '../../../devices/copies/device-copy';
import { type DeviceCopy as CopyRow, Prisma, type PrismaClient } from '../../../generated/prisma/client';
import { parseInstanceId } from '../../../shared/identifiers/instance-id';
import { accept, refuse, type Result } from '../../../shared/result';
import { present } from '../../present';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';
import { previousVersion } from '../../side-effects/save-with-side-effects';
import { changeInBatches, purge } from '../../purge';
import { columnOf, violatesUnique } from '../../sql';

/** Columns that a state may lack. */
const EMPTY = {
  credentialHash: null,
  publicKey: null,
  encryptedVerifier: null,
  encryptedCopy: null,
  eraseTokenHash: null,
  triesLeft: null,
  mayTryAt: null,
  endedAt: null,
} as const;

export class PrismaCopyStore implements CopyStore {
  readonly #client: PrismaClient;
  readonly #persist: PersistSideEffects;

  constructor(client: PrismaClient, persist: PersistSideEffects) {
    this.#client = client;
    this.#persist = persist;
  }

  async find(instanceId: string): Promise<DeviceCopy | null> {
    const row = await this.#client.deviceCopy.findUnique({ where: { instanceId } });
    return row && copyFromRow(row);
  }

  async findByCredential(credentialHash: string): Promise<KeptCopy | ReturnedCopy | null> {
    const row = await this.#client.deviceCopy.findUnique({ where: { credentialHash } });
    const copy = row && copyFromRow(row);
    return copy === null || copy.state === 'erased' ? null : copy;
  }

  async facts(instanceIds: readonly string[]): Promise<ReadonlyMap<string, CopyFacts>> {
    const select = { instanceId: true, state: true, keptAt: true, returnedAt: true };
    const where = { instanceId: { in: [...instanceIds] } };
    const rows = await this.#client.deviceCopy.findMany({ where, select });
    return new Map(
      rows.map(({ instanceId, state, keptAt, returnedAt }) => [
        instanceId,
        { keptAt: state === 'kept' ? keptAt : null, returnedAt },
      ]),
    );
  }

  async save(copy: DeviceCopy, events: AuditEvent[]): Promise<Result<null, 'version-moved' | 'not-usable'>> {
    try {
      return await this.#client.$transaction(async (transaction) => {
        if (copy.state !== 'erased' && !(await holdUsable(transaction, copy.instanceId))) return refuse('not-usable');
        if (!(await write(transaction, copy))) return refuse('version-moved');
        await this.#persist(transaction, { events, messages: [] });
        return accept(null);
      });
    } catch (error) {
      if (violatesUnique(error, 'instance_id', 'device_copy_pkey')) return refuse('version-moved');
      if (violatesUnique(error, 'credential_hash', 'device_copy_credential_hash_key')) return refuse('not-usable');
      throw error;
    }
  }

  async purge(returnedBefore: Date, endedBefore: Date): Promise<void> {
    const { endedAt: _kept, ...secrets } = EMPTY;
    const emptied = Object.keys(secrets).map((property) => Prisma.raw(`${columnOf(property)} = NULL`));
    const erase = Prisma.sql`${Prisma.join(emptied)}, state = 'erased', version = version + 1`;
    await changeInBatches(this.#client, ended('returned', returnedBefore), erase);
    await purge(this.#client, ended('erased', endedBefore));
  }
}

/** Whether the device is active and nothing holds it; then neither changes before the transaction ends. */
async function holdUsable(transaction: Prisma.TransactionClient, instanceId: string): Promise<boolean> {
  const name = parseInstanceId(instanceId);
  if (!name) return false;
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT 1 FROM gateway_instance
    WHERE serial_number = ${name.serialNumber} AND sequence_number = ${name.sequenceNumber}::int AND state = 'active'
      AND NOT EXISTS (SELECT 1 FROM device_hold WHERE instance_id = ${instanceId})
    FOR UPDATE`;
  return rows.length === 1;
}

async function write(transaction: Prisma.TransactionClient, copy: DeviceCopy): Promise<boolean> {
  const data = { ...EMPTY, ...copy, calls: [...copy.calls] };
  if (copy.version === 0) {
    await transaction.deviceCopy.create({ data });
    return true;
  }
  const where = { instanceId: copy.instanceId, ...previousVersion(copy) };
  return (await transaction.deviceCopy.updateMany({ where, data })).count === 1;
}

/** @throws TypeError when the row fits no state, which is a bug of the writer */
function copyFromRow(row: CopyRow): DeviceCopy {
  const { instanceId, version, state, userId, domain, keptAt, challengeAt, calls, returnedAt } = row;
  const common = { instanceId, version, userId, domain, keptAt, challengeAt, calls, returnedAt };
  const handedOut = () => ({
    credentialHash: present(row, 'credentialHash'),
    encryptedCopy: present(row, 'encryptedCopy'),
  });
  switch (state) {
    case 'kept':
      return {
        ...common,
        ...handedOut(),
        state,
        publicKey: present(row, 'publicKey'),
        encryptedVerifier: present(row, 'encryptedVerifier'),
        eraseTokenHash: present(row, 'eraseTokenHash'),
        triesLeft: present(row, 'triesLeft'),
        mayTryAt: row.mayTryAt,
      };
    case 'returned':
      return { ...common, ...handedOut(), state, endedAt: present(row, 'endedAt') };
    case 'erased':
      return { ...common, state, endedAt: present(row, 'endedAt') };
    default:
      throw new TypeError(`the copy of ${instanceId} is in the unknown state ${state}`);
  }
}

function ended(state: string, before: Date) {
  return {
    table: 'device_copy',
    by: 'ended_at',
    before,
    where: Prisma.sql`state = ${state}`,
  };
}
