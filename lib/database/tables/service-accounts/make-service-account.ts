import type { Approval, Approved } from '../../../helpdesk/approvals/approval';
import type { Prisma } from '../../../generated/prisma/client';
import type { AskedAccount, UnmetAccount } from '../../../helpdesk/service-accounts/account-request';
import type { ServiceLimits } from '../../../helpdesk/service-accounts/service-account';
import { violatesUnique } from '../../sql';
import type { ApprovalEffect } from '../approvals/prisma-approval-store';

/**
 * Makes the account that was asked for with the approval of it, or gives it the scopes.
 * @param keepsAccounts see `PrismaServiceAccountStore`
 */
export function makeServiceAccount(keepsAccounts: boolean): ApprovalEffect {
  return {
    holdsRequester: keepsAccounts,
    async apply(transaction, approval: Approval<AskedAccount>) {
      if (approval.state !== 'approved') return null;
      const { limits } = approval.subject;
      return limits ? make(transaction, approval, limits) : addScopes(transaction, approval);
    },
  };
}

async function make(
  transaction: Prisma.TransactionClient,
  { subject: { accountId: id, name, scopes }, domain, requestedBy, decidedBy, endedAt }: Approved<AskedAccount>,
  { networks, requestsPerMinute, expiresAt }: ServiceLimits,
): Promise<UnmetAccount | null> {
  if (decidedBy === null || endedAt === null) throw new TypeError('a service account takes two people');
  const limits = { networks: [...networks], requestsPerMinute, expiresAt };
  const people = { requestedBy, approvedBy: decidedBy, createdAt: endedAt };
  const data = { id, version: 1, domain, name, scopes: [...scopes], ...limits, ...people };
  try {
    await transaction.serviceAccount.create({ data });
    return null;
  } catch (error) {
    if (violatesUnique(error, 'domain', 'service_account_one_name')) return 'name-taken';
    throw error;
  }
}

/** Adds to the scopes that the account has now: what was taken away since the request stays away. */
async function addScopes(
  transaction: Prisma.TransactionClient,
  { subject: { accountId, scopes } }: Approved<AskedAccount>,
): Promise<UnmetAccount | null> {
  const rowCount = await transaction.$executeRaw`
    UPDATE service_account SET version = version + 1,
      scopes = ARRAY(SELECT DISTINCT unnest(scopes || ${[...scopes]}::text[]))
    WHERE id = ${accountId} AND ended_at IS NULL`;
  return rowCount === 0 ? 'ended' : null;
}
