import type { PrismaClient, Prisma, ServiceAccountRequest as RequestRow } from '../../../generated/prisma/client';
import type { SideEffects } from '../../../messaging/new-message';
import type {
  AccountDecision,
  AccountRequest,
  AccountRequestId,
  AccountRequestStore,
} from '../../../service-accounts/account-request';
import type { ServiceAccountId, ServiceLimits } from '../../../service-accounts/service-account';
import { serviceScopes } from '../../../service-accounts/service-scope';
import type { NetworkRange } from '../../../shared/network-range';
import { accept, refuse, type Result } from '../../../shared/result';
import { holdAdministrator } from '../../locks/hold-administrator';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';
import { violatesUnique } from '../../sql';

const AWAITING = 'awaiting-approval';

type Unmet = 'not-permitted' | 'ended';

/** Undoes the transaction, and carries the refusal out of it. */
class Refused extends Error {
  readonly refusal: Unmet;

  constructor(refusal: Unmet) {
    super(refusal);
    this.refusal = refusal;
  }
}

export class PrismaServiceAccountRequestStore implements AccountRequestStore {
  readonly #client: PrismaClient;
  readonly #persist: PersistSideEffects;
  readonly #keepsAccounts: boolean;

  /** @param keepsAccounts see `PrismaServiceAccountStore` */
  constructor(client: PrismaClient, persist: PersistSideEffects, keepsAccounts: boolean) {
    this.#client = client;
    this.#persist = persist;
    this.#keepsAccounts = keepsAccounts;
  }

  async find(id: AccountRequestId): Promise<AccountRequest | null> {
    const row = await this.#client.serviceAccountRequest.findUnique({ where: { id, state: AWAITING } });
    return row && requestFromRow(row);
  }

  async listAwaiting(domain: string, limit: number): Promise<AccountRequest[]> {
    return this.#list({ domain }, limit);
  }

  async listOverdue(now: Date, limit: number): Promise<AccountRequest[]> {
    return this.#list({ endsAt: { lte: now } }, limit);
  }

  async #list(which: Prisma.ServiceAccountRequestWhereInput, limit: number): Promise<AccountRequest[]> {
    const where = { ...which, state: AWAITING };
    const orderBy = { requestedAt: 'asc' } as const;
    const rows = await this.#client.serviceAccountRequest.findMany({ where, orderBy, take: limit });
    return rows.map(requestFromRow);
  }

  async create(
    { limits, scopes, ...request }: AccountRequest,
    sideEffects: SideEffects,
  ): Promise<Result<null, 'already-asked' | 'name-taken'>> {
    const { domain, name } = request;
    const stored = limits ? { ...limits, networks: [...limits.networks] } : { networks: [] };
    try {
      return await this.#client.$transaction(async (transaction) => {
        const named = limits && (await transaction.serviceAccount.count({ where: { domain, name, endedAt: null } }));
        if (named) return refuse('name-taken');
        const data = { ...request, ...stored, scopes: [...scopes], state: AWAITING };
        await transaction.serviceAccountRequest.create({ data });
        await this.#persist(transaction, sideEffects);
        return accept(null);
      });
    } catch (error) {
      if (violatesUnique(error, 'account_id', 'service_account_request_one_current')) return refuse('already-asked');
      if (violatesUnique(error, 'domain', 'service_account_request_one_name')) return refuse('name-taken');
      throw error;
    }
  }

  async decide(
    request: AccountRequest,
    decision: AccountDecision,
    by: string | null,
    at: Date,
    sideEffects: SideEffects,
  ): Promise<Result<null, 'not-awaiting' | 'name-taken' | Unmet>> {
    try {
      return await this.#client.$transaction(async (transaction) => {
        const asker = { userId: request.requestedBy, domain: request.domain };
        const isApproved = decision === 'approved';
        // Every transaction locks the requester's account first.
        if (isApproved && this.#keepsAccounts && !(await holdAdministrator(transaction, asker)))
          return refuse('not-permitted');
        const { count } = await transaction.serviceAccountRequest.updateMany({
          where: { id: request.id, state: AWAITING },
          data: { state: decision, decidedBy: by, endedAt: at },
        });
        if (count === 0) return refuse('not-awaiting');
        if (isApproved)
          await (request.limits ? make(transaction, request, request.limits, by, at) : add(transaction, request));
        await this.#persist(transaction, sideEffects);
        return accept(null);
      });
    } catch (error) {
      if (error instanceof Refused) return refuse(error.refusal);
      if (violatesUnique(error, 'domain', 'service_account_one_name')) return refuse('name-taken');
      throw error;
    }
  }
}

async function make(
  transaction: Prisma.TransactionClient,
  { accountId: id, domain, name, scopes, requestedBy }: AccountRequest,
  { networks, requestsPerMinute, expiresAt }: ServiceLimits,
  approvedBy: string | null,
  createdAt: Date,
): Promise<void> {
  if (approvedBy === null) throw new TypeError('a service account takes two people');
  const limits = { networks: [...networks], requestsPerMinute, expiresAt };
  const people = { requestedBy, approvedBy, createdAt };
  await transaction.serviceAccount.create({
    data: { id, version: 1, domain, name, scopes: [...scopes], ...limits, ...people },
  });
}

/** Adds to the account's current scopes: one that was removed since the request stays removed. */
async function add(transaction: Prisma.TransactionClient, { accountId, scopes }: AccountRequest): Promise<void> {
  const added = await transaction.$executeRaw`
    UPDATE service_account SET version = version + 1,
      scopes = ARRAY(SELECT DISTINCT unnest(scopes || ${[...scopes]}::text[]))
    WHERE id = ${accountId} AND ended_at IS NULL`;
  if (added === 0) throw new Refused('ended');
}

function requestFromRow({
  state: _awaiting,
  decidedBy: _nobody,
  endedAt: _never,
  networks,
  requestsPerMinute,
  expiresAt,
  ...row
}: RequestRow): AccountRequest {
  const isNew = requestsPerMinute !== null && expiresAt !== null;
  return {
    ...row,
    id: row.id as AccountRequestId,
    accountId: row.accountId as ServiceAccountId,
    scopes: serviceScopes(row.scopes),
    limits: isNew ? { networks: networks as NetworkRange[], requestsPerMinute, expiresAt } : null,
  };
}
