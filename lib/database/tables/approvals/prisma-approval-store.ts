import type { Approval, ApprovalId, ApprovalState, Approved, Awaiting } from '../../../helpdesk/approvals/approval';
import type { ApprovalStore, StoredKind } from '../../../helpdesk/approvals/approval-store';
import { personBehind } from '../../../accounts/users/requester';
import type { Approval as ApprovalRow, Prisma, PrismaClient } from '../../../generated/prisma/client';
import type { SideEffects } from '../../../messaging/new-message';
import type { UserKey } from '../../../shared/identifiers/user-key';
import { accept, refuse, type Result } from '../../../shared/result';
import { holdAdministrator } from '../../locks/hold-administrator';
import { present } from '../../present';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';
import { previousVersion } from '../../side-effects/save-with-side-effects';
import { violatesUnique } from '../../sql';

/**
 * What a kind does in the transaction of a move after the request, for kinds that are done with it.
 * @property holdsRequester whether approving takes a requester who is an administrator still. Their account is locked before
 *   anything else, in every transaction
 * @property apply undoes the transaction by what it returns; null if it is met
 */
export type ApprovalEffect = {
  holdsRequester: boolean;
  apply: (transaction: Prisma.TransactionClient, approval: Approval<never>) => Promise<string | null>;
};

/** Undoes the transaction, and carries the refusal out of it. */
class Refused extends Error {
  readonly refusal: string;

  constructor(refusal: string) {
    super(refusal);
    this.refusal = refusal;
  }
}

export class PrismaApprovalStore implements ApprovalStore {
  readonly #client: PrismaClient;
  readonly #persist: PersistSideEffects;
  readonly #effects: Readonly<Record<string, ApprovalEffect>>;

  /** @param effects by the names of the kinds that have one */
  constructor(client: PrismaClient, persist: PersistSideEffects, effects: Readonly<Record<string, ApprovalEffect>>) {
    this.#client = client;
    this.#persist = persist;
    this.#effects = effects;
  }

  async find<Subject extends object>(
    kind: StoredKind<Subject>,
    id: ApprovalId,
    domain: string,
  ): Promise<Approval<Subject> | null> {
    const row = await this.#client.approval.findUnique({ where: { id, kind: kind.name, domain } });
    return row && approvalFromRow(kind, row);
  }

  async listAwaiting<Subject extends object>(
    kind: StoredKind<Subject>,
    domain: string,
    limit: number,
  ): Promise<Awaiting<Subject>[]> {
    const listed = await this.#list(kind, { state: 'awaiting', domain }, 'asc', limit);
    return listed.filter((approval) => approval.state === 'awaiting');
  }

  listFor<Subject extends object>(
    kind: StoredKind<Subject>,
    { userId, domain }: UserKey,
    limit: number,
  ): Promise<Approval<Subject>[]> {
    return this.#list(kind, { userId, domain }, 'desc', limit);
  }

  async listDue<Subject extends object>(
    kind: StoredKind<Subject>,
    now: Date,
    limit: number,
  ): Promise<(Awaiting<Subject> | Approved<Subject>)[]> {
    const which = {
      OR: [
        { state: 'approved', endedAt: null, ...isFree(now) },
        { state: 'awaiting', endsAt: { lte: now } },
      ],
    };
    const listed = await this.#list(kind, which, 'asc', limit);
    return listed.filter((approval) => approval.state === 'awaiting' || approval.state === 'approved');
  }

  async create<Subject extends object>(
    kind: StoredKind<Subject>,
    approval: Awaiting<Subject> | Approved<Subject>,
    sideEffects: SideEffects,
  ): Promise<Result<null, 'already-asked'>> {
    try {
      await this.#client.$transaction(async (transaction) => {
        await transaction.approval.create({ data: rowFromApproval(kind, approval) });
        await this.#persist(transaction, sideEffects);
      });
      return accept(null);
    } catch (error) {
      if (violatesUnique(error, 'subject_key', 'approval_one_current')) return refuse('already-asked');
      throw error;
    }
  }

  async lease({ id, version }: Pick<Approved<object>, 'id' | 'version'>, now: Date, until: Date): Promise<boolean> {
    const where = { id, version, state: 'approved', endedAt: null, ...isFree(now) };
    return (await this.#client.approval.updateMany({ where, data: { leasedUntil: until } })).count === 1;
  }

  async release({ id }: Pick<Approved<object>, 'id'>, leasedUntil: Date): Promise<void> {
    await this.#client.approval.updateMany({ where: { id, leasedUntil }, data: { leasedUntil: null } });
  }

  async save<Subject extends object, Unmet extends string>(
    kind: StoredKind<Subject, Unmet>,
    approval: Approval<Subject>,
    sideEffects: SideEffects,
  ): Promise<Result<null, 'version-moved' | Unmet>> {
    try {
      await this.#client.$transaction(async (transaction) => {
        const requester = { userId: personBehind(approval.requestedBy), domain: approval.domain };
        const isHeld = approval.state === 'approved' && this.#effects[kind.name]?.holdsRequester === true;
        if (isHeld && !(await holdAdministrator(transaction, requester))) throw new Refused('not-permitted');
        const where = { id: approval.id, ...previousVersion(approval) };
        const { count } = await transaction.approval.updateMany({ where, data: rowFromApproval(kind, approval) });
        if (count === 0) throw new Refused('version-moved');
        await this.#apply(transaction, kind, approval);
        await this.#persist(transaction, sideEffects);
      });
      return accept(null);
    } catch (error) {
      if (error instanceof Refused && error.refusal === 'version-moved') return refuse('version-moved');
      return refuseUnmet(kind, error);
    }
  }

  async #apply<Subject extends object>(
    transaction: Prisma.TransactionClient,
    kind: StoredKind<Subject>,
    approval: Approval<Subject>,
  ): Promise<void> {
    const unmet = await this.#effects[kind.name]?.apply(transaction, approval as Approval<never>);
    if (unmet) throw new Refused(unmet);
  }

  async #list<Subject extends object>(
    kind: StoredKind<Subject>,
    which: Prisma.ApprovalWhereInput,
    requestedAt: 'asc' | 'desc',
    limit: number,
  ): Promise<Approval<Subject>[]> {
    const where = { ...which, kind: kind.name };
    const rows = await this.#client.approval.findMany({ where, orderBy: { requestedAt }, take: limit });
    return rows.map((row) => approvalFromRow(kind, row));
  }
}

/** Nobody carries it out. */
function isFree(now: Date): Prisma.ApprovalWhereInput {
  return { OR: [{ leasedUntil: null }, { leasedUntil: { lte: now } }] };
}

/** @throws what is none of the kind's refusals */
function refuseUnmet<Unmet extends string>({ unmet }: { unmet: readonly Unmet[] }, error: unknown) {
  const refusal = error instanceof Refused ? unmet.find((code) => code === error.refusal) : undefined;
  if (refusal === undefined) throw error;
  return refuse(refusal);
}

function rowFromApproval<Subject extends object>(
  kind: StoredKind<Subject>,
  { subject, ...approval }: Approval<Subject>,
): Omit<ApprovalRow, 'subject' | 'leasedUntil'> & { subject: Prisma.InputJsonObject } {
  const subjectKey = kind.keyOf(subject, approval.userId);
  return { ...approval, kind: kind.name, subjectKey, subject };
}

/** @throws TypeError when the row fits no state, which is a bug of the writer */
function approvalFromRow<Subject extends object>(kind: StoredKind<Subject>, row: ApprovalRow): Approval<Subject> {
  const { kind: _kind, subjectKey: _key, leasedUntil: _lease, subject, decidedBy, endedAt, ...stored } = row;
  const common = { ...stored, id: row.id as ApprovalId, subject: kind.parse(subject as Record<string, unknown>) };
  const state = row.state as ApprovalState;
  switch (state) {
    case 'awaiting':
      return { ...common, state, decidedBy: null, endedAt: null };
    case 'approved':
      return { ...common, state, decidedBy, endedAt };
    case 'declined':
      return { ...common, state, decidedBy: present(row, 'decidedBy'), endedAt: present(row, 'endedAt') };
    case 'withdrawn':
      return { ...common, state, decidedBy, endedAt: present(row, 'endedAt') };
    case 'expired':
      return { ...common, state, decidedBy: null, endedAt: present(row, 'endedAt') };
    default:
      throw new TypeError(`the request ${row.id} is in the unknown state ${String(state)}`);
  }
}
