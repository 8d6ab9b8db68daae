import type { Prisma, PrismaClient, SafetyCase as CaseRow } from '../../../generated/prisma/client';
import type { SideEffects } from '../../../messaging/new-message';
import type { CaseStore } from '../../../helpdesk/safety/cases/case-store';
import type { CaseReference, LockedDevice, OpenCase, SafetyCase } from '../../../helpdesk/safety/cases/safety-case';
import type { UserKey } from '../../../shared/identifiers/user-key';
import type { Result } from '../../../shared/result';
import { endSessions } from '../../locks/end-sessions';
import { present } from '../../present';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';
import { previousVersion, saveWithSideEffects } from '../../side-effects/save-with-side-effects';

export class PrismaCaseStore implements CaseStore {
  readonly #client: PrismaClient;
  readonly #persist: PersistSideEffects;

  constructor(client: PrismaClient, persist: PersistSideEffects) {
    this.#client = client;
    this.#persist = persist;
  }

  async find(reference: CaseReference, domain: string): Promise<SafetyCase | null> {
    const row = await this.#client.safetyCase.findFirst({ where: { reference, domain } });
    return row && caseFromRow(row);
  }

  async findByToken(tokenHash: string): Promise<SafetyCase | null> {
    const row = await this.#client.safetyCase.findUnique({ where: { tokenHash } });
    return row && caseFromRow(row);
  }

  async findHeld(holderHash: string, openedSince: Date): Promise<OpenCase | null> {
    return this.#findOpen({ holderHash, openedAt: { gte: openedSince } });
  }

  async findOpenFreeze({ userId, domain }: UserKey): Promise<OpenCase | null> {
    return this.#findOpen({ userId, domain, about: 'frozen' });
  }

  async listOpen(domain: string, since: Date, take: number): Promise<OpenCase[]> {
    const where = { domain, state: 'open', openedAt: { gte: since } };
    const rows = await this.#client.safetyCase.findMany({ where, orderBy: { openedAt: 'desc' }, take });
    return rows.map(caseFromRow).filter((one) => one.state === 'open');
  }

  async listDisputed(domain: string, since: Date, take: number): Promise<SafetyCase[]> {
    const where = { domain, disputedAt: { gte: since } };
    const rows = await this.#client.safetyCase.findMany({ where, orderBy: { disputedAt: 'desc' }, take });
    return rows.map(caseFromRow);
  }

  async open(opened: OpenCase, sideEffects: SideEffects): Promise<void> {
    const { userId, domain, openedAt } = opened;
    await this.#client.$transaction(async (transaction) => {
      await transaction.safetyCase.create({ data: rowFromCase(opened) });
      await endSessions(transaction, { userId, domain }, { whileIn: null, except: null, now: openedAt });
      await this.#persist(transaction, sideEffects);
    });
  }

  async save(moved: SafetyCase, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>> {
    return saveWithSideEffects(this.#client, this.#persist, sideEffects, (transaction) => saveCase(transaction, moved));
  }

  async #findOpen(where: Prisma.SafetyCaseWhereInput): Promise<OpenCase | null> {
    const query = { where: { ...where, state: 'open' }, orderBy: { openedAt: 'desc' } } as const;
    const row = await this.#client.safetyCase.findFirst(query);
    const found = row && caseFromRow(row);
    return found?.state === 'open' ? found : null;
  }
}

/** Opens a case, or saves its move, within a change. @returns false if another writer has moved it */
export async function saveCase(transaction: Prisma.TransactionClient, moved: SafetyCase): Promise<boolean> {
  const data = rowFromCase(moved);
  if (moved.version === 1) {
    await transaction.safetyCase.create({ data });
    return true;
  }
  const where = { reference: moved.reference, ...previousVersion(moved) };
  return (await transaction.safetyCase.updateMany({ where, data })).count === 1;
}

function rowFromCase({ trace, locked, ...one }: SafetyCase): Prisma.SafetyCaseCreateInput {
  const closed = one.state === 'closed' ? {} : { closedAt: null, closedBy: null };
  return { ...one, ...trace, ...closed, locked: locked.map(({ instanceId, name }) => ({ instanceId, name })) };
}

/** @throws TypeError when the row fits no state, which is a bug of the writer */
function caseFromRow(row: CaseRow): SafetyCase {
  const { version, userId, domain, openedAt, holderHash, tokenHash, disputedAt, browser, network, state } = row;
  const common = {
    reference: row.reference as CaseReference,
    version,
    userId,
    domain,
    about: row.about as SafetyCase['about'],
    proof: row.proof as SafetyCase['proof'],
    openedAt,
    trace: { browser, network },
    locked: row.locked as LockedDevice[],
    holderHash,
    tokenHash,
    disputedAt,
  };
  if (state === 'open') return { ...common, state };
  if (state === 'closed') return { ...common, state, closedAt: present(row, 'closedAt'), closedBy: row.closedBy };
  throw new TypeError(`the case ${row.reference} is in the unknown state ${state}`);
}
