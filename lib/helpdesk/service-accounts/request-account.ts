import { auditContext, userActor } from '../../audit/audit-context';
import type { SERVICE_ACCOUNT_CHANGES, SERVICE_ACCOUNT_REFUSALS } from '../../audit/events/service-account-events';
import type { WordOf } from '../../audit/properties';
import type { Principal } from '../../accounts/users/principal';
import type { User } from '../../accounts/users/user';
import type { Awaiting } from '../approvals/approval';
import { newApproval, requestApproval } from '../approvals/request-approval';
import type { RequestOrigin } from '../../shared/request-origin';
import { refuse, type Result } from '../../shared/result';
import { ACCOUNT_REQUESTS, type AskedAccount } from './account-request';
import { generateServiceAccountId, type ServiceAccountId, type ServiceLimits } from './service-account';
import type { ServiceAccountPorts } from './service-account-ports';
import { serviceScopes, type ServiceScope } from './service-scope';

/** The requested properties of a new account. */
export type NewServiceAccount = ServiceLimits & { name: string; scopes: readonly ServiceScope[] };

type RefusedChange = {
  change: WordOf<typeof SERVICE_ACCOUNT_CHANGES>;
  reason: WordOf<typeof SERVICE_ACCOUNT_REFUSALS>;
};

/** Records that something was refused, and says so. @param id null if there is no such account */
export async function recordRefusedChange<Refusal extends RefusedChange['reason']>(
  { audit }: Pick<ServiceAccountPorts, 'audit'>,
  by: User,
  id: ServiceAccountId | null,
  change: { change: RefusedChange['change']; reason: Refusal },
  origin: RequestOrigin,
): Promise<{ ok: false; refusal: Refusal }> {
  const context = auditContext(userActor(by), null, origin);
  await audit.append({ type: 'service-account-change-refused', serviceAccountId: id, ...change, ...context });
  return refuse(change.reason);
}

/**
 * Requests a service account, which takes a second person (four eyes). It exists once they approve, without a key: see
 * `makeFirstKey`.
 */
export async function requestServiceAccount(
  ports: ServiceAccountPorts,
  administrator: Principal,
  { name, scopes, networks, requestsPerMinute, expiresAt }: NewServiceAccount,
  origin: RequestOrigin,
): Promise<Result<Awaiting<AskedAccount>, 'name-taken'>> {
  const { user } = administrator;
  const limits = { networks, requestsPerMinute, expiresAt };
  const subject = { accountId: generateServiceAccountId(ports.random), name, scopes, limits };
  const awaiting = newApproval(ports, ACCOUNT_REQUESTS, administrator, subject, null);
  const isTaken = await ports.accounts.hasName(user.domain, name);
  const result = isTaken ? null : await requestApproval(ports, ACCOUNT_REQUESTS, administrator, awaiting, origin);
  if (result?.ok) return result;
  return recordRefusedChange(ports, user, null, { change: 'make', reason: 'name-taken' }, origin);
}

export type ScopesRequestRefusal = 'not-found' | 'ended' | 'has-scopes' | 'already-asked';

/** Requests more scopes for an account, which takes a second person. */
export async function requestScopes(
  ports: ServiceAccountPorts,
  administrator: Principal,
  { id, added }: { id: ServiceAccountId; added: Iterable<ServiceScope> },
  origin: RequestOrigin,
): Promise<Result<Awaiting<AskedAccount>, ScopesRequestRefusal>> {
  const account = await ports.accounts.find(id, administrator.user.domain);
  const change = (serviceAccountId: ServiceAccountId | null, reason: ScopesRequestRefusal) =>
    recordRefusedChange(ports, administrator.user, serviceAccountId, { change: 'add-scopes', reason }, origin);
  if (!account) return change(null, 'not-found');
  if (account.endedAt) return change(id, 'ended');
  const scopes = serviceScopes(added).filter((scope) => !account.scopes.includes(scope));
  if (scopes.length === 0) return change(id, 'has-scopes');
  const subject = { accountId: id, name: account.name, scopes, limits: null };
  const awaiting = newApproval(ports, ACCOUNT_REQUESTS, administrator, subject, null);
  const result = await requestApproval(ports, ACCOUNT_REQUESTS, administrator, awaiting, origin);
  return result.ok ? result : change(id, 'already-asked');
}
