import type { User } from '../accounts/users/user';
import { type DecisionObstacle, obstacleTo } from '../approvals/decision';
import type { AccountRequest } from './account-request';
import type { ServiceAccountPorts } from './service-account-ports';
import type { ServiceScope } from './service-scope';

/** A request that waits for a second person. Times are ISO 8601 in UTC. */
export type AccountApproval = Omit<AccountRequest, 'requestedAt' | 'endsAt' | 'limits'> & {
  /** Of a new account; null for more scopes. */
  limits: { networks: readonly string[]; requestsPerMinute: number; expiresAt: string } | null;
  /** The scopes that the account has already. */
  present: readonly ServiceScope[];
  requestedAt: string;
  endsAt: string;
  /** Why the reader of the list may not decide it; null if they may. */
  obstacle: DecisionObstacle | null;
};

const LIMIT = 200;

/** Requests in the reader's domain, oldest first. */
export async function listAccountRequests(
  { requests, accounts, clock }: Pick<ServiceAccountPorts, 'requests' | 'accounts' | 'clock'>,
  reader: User,
): Promise<AccountApproval[]> {
  const now = clock.now();
  const awaiting = await requests.listAwaiting(reader.domain, LIMIT);
  const listed = awaiting.filter(({ endsAt }) => now < endsAt);
  return Promise.all(listed.map((request) => describe(accounts, reader, request)));
}

async function describe(
  accounts: ServiceAccountPorts['accounts'],
  reader: User,
  { limits, requestedAt, endsAt, ...request }: AccountRequest,
): Promise<AccountApproval> {
  const account = limits ? null : await accounts.find(request.accountId, request.domain);
  return {
    ...request,
    limits: limits && { ...limits, expiresAt: limits.expiresAt.toISOString() },
    present: account?.scopes ?? [],
    requestedAt: requestedAt.toISOString(),
    endsAt: endsAt.toISOString(),
    obstacle: obstacleTo(reader.userId, request),
  };
}
