import { personBehind } from '../../../accounts/users/requester';
import { isRole } from '../../../accounts/users/role';
import type {
  FollowedRoleRequest,
  RoleDecision,
  RoleRequest,
  RoleRequestId,
  RoleRequestStore,
} from '../../../administration/role-request';
import type { Prisma, PrismaClient, RoleRequest as RequestRow } from '../../../generated/prisma/client';
import type { SideEffects } from '../../../messaging/new-message';
import { accept, refuse, type Result } from '../../../shared/result';
import { endSessions } from '../../locks/end-sessions';
import { holdAdministrator } from '../../locks/hold-administrator';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';
import { violatesUnique } from '../../sql';

const AWAITING = 'awaiting-approval';

/** Undoes the transaction, and carries the refusal out of it. */
class Refused extends Error {
  readonly refusal: 'not-permitted' | 'has-role';

  constructor(refusal: 'not-permitted' | 'has-role') {
    super(refusal);
    this.refusal = refusal;
  }
}

export class PrismaRoleRequestStore implements RoleRequestStore {
  readonly #client: PrismaClient;
  readonly #persist: PersistSideEffects;

  constructor(client: PrismaClient, persist: PersistSideEffects) {
    this.#client = client;
    this.#persist = persist;
  }

  async find(id: RoleRequestId): Promise<RoleRequest | null> {
    const row = await this.#client.roleRequest.findUnique({ where: { id, state: AWAITING } });
    return row && requestFromRow(row);
  }

  async follow(id: RoleRequestId): Promise<FollowedRoleRequest | null> {
    const row = await this.#client.roleRequest.findUnique({ where: { id } });
    const state = row?.state as FollowedRoleRequest['state'];
    return row && { ...requestFromRow(row), state, decidedBy: row.decidedBy };
  }

  async listAwaiting(domain: string, limit: number): Promise<RoleRequest[]> {
    const where = { state: AWAITING, domain };
    const rows = await this.#client.roleRequest.findMany({ where, orderBy: { requestedAt: 'asc' }, take: limit });
    return rows.map(requestFromRow);
  }

  async listOverdue(now: Date, limit: number): Promise<RoleRequest[]> {
    const where = { state: AWAITING, endsAt: { lte: now } };
    const rows = await this.#client.roleRequest.findMany({ where, orderBy: { endsAt: 'asc' }, take: limit });
    return rows.map(requestFromRow);
  }

  async create(request: RoleRequest, sideEffects: SideEffects): Promise<Result<null, 'already-asked'>> {
    try {
      await this.#client.$transaction(async (transaction) => {
        await transaction.roleRequest.create({ data: { ...request, version: 1, state: AWAITING } });
        await this.#persist(transaction, sideEffects);
      });
      return accept(null);
    } catch (error) {
      if (violatesUnique(error, 'user_id', 'role_request_one_current')) return refuse('already-asked');
      throw error;
    }
  }

  async decide(
    request: RoleRequest,
    decision: RoleDecision,
    by: string | null,
    at: Date,
    sideEffects: SideEffects,
  ): Promise<Result<null, 'not-awaiting' | 'not-permitted' | 'has-role'>> {
    try {
      return await this.#client.$transaction(async (transaction) => {
        const { count } = await transaction.roleRequest.updateMany({
          where: { id: request.id, state: AWAITING },
          data: { state: decision, version: { increment: 1 }, decidedBy: by, endedAt: at },
        });
        if (count === 0) return refuse('not-awaiting');
        if (decision === 'given') await give(transaction, request, at);
        await this.#persist(transaction, sideEffects);
        return accept(null);
      });
    } catch (error) {
      if (error instanceof Refused) return refuse(error.refusal);
      throw error;
    }
  }
}

async function give(
  transaction: Prisma.TransactionClient,
  { userId, domain, role, requestedBy }: RoleRequest,
  at: Date,
): Promise<void> {
  const asker = { userId: personBehind(requestedBy), domain };
  if (!(await holdAdministrator(transaction, asker))) throw new Refused('not-permitted');
  const given = await transaction.$executeRaw`
    UPDATE user_account SET roles = array_append(roles, ${role})
    WHERE user_id = ${userId} AND domain = ${domain} AND disabled_at IS NULL AND NOT roles @> ARRAY[${role}]`;
  if (given === 0) {
    const user = await transaction.user.findUnique({ where: { userId_domain: { userId, domain } } });
    throw new Refused(user?.roles.includes(role) ? 'has-role' : 'not-permitted');
  }
  await endSessions(transaction, { userId, domain }, { whileIn: null, except: null, now: at });
}

/** @throws TypeError for an unknown role, which is a bug of the writer */
function requestFromRow({ id, userId, domain, role, requestedBy, requestedAt, endsAt }: RequestRow): RoleRequest {
  if (!isRole(role)) throw new TypeError(`request ${id} is for the unknown role ${role}`);
  return { id: id as RoleRequestId, userId, domain, role, requestedBy, requestedAt, endsAt };
}
