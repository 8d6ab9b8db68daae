import type { User } from '../../accounts/users/user';
import { listOpen, type OpenApproval } from '../approvals/list-open';
import { ACCOUNT_REQUESTS, type AskedAccount } from './account-request';
import type { ServiceAccountPorts } from './service-account-ports';
import type { ServiceScope } from './service-scope';

/** A request that waits for a second person. Times are ISO 8601 in UTC. */
export type AccountApproval = Omit<OpenApproval<AskedAccount>, 'subject'> &
  Omit<AskedAccount, 'limits'> & {
    /** Of a new account; null for more scopes. */
    limits: { networks: readonly string[]; requestsPerMinute: number; expiresAt: string } | null;
    /** The scopes that the account has already. */
    present: readonly ServiceScope[];
  };

/** Requests in the reader's domain, oldest first. */
export async function listAccountRequests(
  ports: Pick<ServiceAccountPorts, 'approvals' | 'accounts' | 'clock'>,
  reader: User,
): Promise<AccountApproval[]> {
  const open = await listOpen(ports, ACCOUNT_REQUESTS, reader);
  return Promise.all(open.map((request) => describe(ports.accounts, request)));
}

async function describe(
  accounts: ServiceAccountPorts['accounts'],
  { subject: { limits, ...requestFields }, ...request }: OpenApproval<AskedAccount>,
): Promise<AccountApproval> {
  const account = limits ? null : await accounts.find(requestFields.accountId, request.domain);
  return {
    ...request,
    ...requestFields,
    limits: limits && { ...limits, expiresAt: limits.expiresAt.toISOString() },
    present: account?.scopes ?? [],
  };
}
