import { auditContext, noRequest, userActor } from '../audit/audit-context';
import type { SERVICE_ACCOUNT_CHANGES, SERVICE_ACCOUNT_REFUSALS } from '../audit/events/service-account-events';
import type { WordOf } from '../audit/properties';
import type { Principal } from '../accounts/users/principal';
import type { User } from '../accounts/users/user';
import { approvalEnd, checkDecision, isUndecided, type DecisionRefusal } from '../approvals/decision';
import { staffWith } from '../accounts/users/staff';
import { mailsTo } from '../messaging/new-message';
import type { RequestOrigin } from '../shared/request-origin';
import { accept, refuse, type Result } from '../shared/result';
import { generateAccountRequestId, type AccountRequest, type AccountRequestId } from './account-request';
import { generateServiceAccountId, type ServiceAccountId, type ServiceLimits } from './service-account';
import type { ServiceAccountPorts } from './service-account-ports';
import { serviceScopes, type ServiceScope } from './service-scope';

/** Who may approve: an approver of the helpdesk, or another administrator. */
const DECIDERS = ['helpdesk-approver', 'administrator'] as const;

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
  refused: { change: RefusedChange['change']; reason: Refusal },
  origin: RequestOrigin,
): Promise<{ ok: false; refusal: Refusal }> {
  const about = auditContext(userActor(by), null, origin);
  await audit.append({ type: 'service-account-change-refused', serviceAccountId: id, ...refused, ...about });
  return refuse(refused.reason);
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
): Promise<Result<AccountRequest, 'name-taken'>> {
  const accountId = generateServiceAccountId(ports.random);
  const limits = { networks, requestsPerMinute, expiresAt };
  const asked = await ask(ports, administrator, { accountId, name, scopes, limits }, origin);
  if (asked.ok) return asked;
  return recordRefusedChange(ports, administrator.user, null, { change: 'make', reason: 'name-taken' }, origin);
}

export type ScopesRequestRefusal = 'not-found' | 'ended' | 'has-scopes' | 'already-asked';

/** Requests more scopes for an account, which takes a second person. */
export async function requestScopes(
  ports: ServiceAccountPorts,
  administrator: Principal,
  { id, added }: { id: ServiceAccountId; added: Iterable<ServiceScope> },
  origin: RequestOrigin,
): Promise<Result<AccountRequest, ScopesRequestRefusal>> {
  const account = await ports.accounts.find(id, administrator.user.domain);
  const refused = (known: ServiceAccountId | null, reason: ScopesRequestRefusal) =>
    recordRefusedChange(ports, administrator.user, known, { change: 'add-scopes', reason }, origin);
  if (!account) return refused(null, 'not-found');
  if (account.endedAt) return refused(id, 'ended');
  const scopes = serviceScopes(added).filter((scope) => !account.scopes.includes(scope));
  if (scopes.length === 0) return refused(id, 'has-scopes');
  const asked = await ask(ports, administrator, { accountId: id, name: account.name, scopes, limits: null }, origin);
  return asked.ok ? asked : refused(id, 'already-asked');
}

async function ask(
  ports: ServiceAccountPorts,
  { user }: Principal,
  asked: Pick<AccountRequest, 'accountId' | 'name' | 'scopes' | 'limits'>,
  origin: RequestOrigin,
): Promise<Result<AccountRequest, 'already-asked' | 'name-taken'>> {
  const { userId: requestedBy, domain } = user;
  const requestedAt = ports.clock.now();
  const endsAt = approvalEnd(ports.settings, requestedAt);
  const id = generateAccountRequestId(ports.random);
  const request: AccountRequest = { ...asked, id, domain, requestedBy, requestedAt, endsAt };
  const deciders = await staffWith(ports, domain, DECIDERS, [requestedBy]);
  const isNew = asked.limits !== null;
  const content = {
    ...({ kind: 'service-account-requested', name: asked.name, isNew, requestedBy, validUntil: endsAt } as const),
    queueUrl: `${ports.settings.publicUrl}/helpdesk/approvals`,
  };
  const created = await ports.requests.create(request, {
    events: [
      { type: 'service-account-requested', ...factsOf(request), ...auditContext(userActor(user), null, origin) },
    ],
    messages: deciders.flatMap((decider) => mailsTo(decider, content, id)),
  });
  return created.ok ? accept(request) : created;
}

export type AccountDecisionRefusal = Exclude<DecisionRefusal, 'own-account'> | 'not-permitted' | 'ended' | 'name-taken';

/** Approves or declines a service account, or more scopes: never by the requester. */
export async function decideServiceAccount(
  ports: ServiceAccountPorts,
  decider: Principal,
  id: AccountRequestId,
  decision: 'approved' | 'declined',
  origin: RequestOrigin,
): Promise<Result<AccountRequest, AccountDecisionRefusal>> {
  const request = await ports.requests.find(id);
  const now = ports.clock.now();
  const found = checkDecision('service-account', decider, request, isUndecided, now);
  if (!request) return refuse('not-found');
  const change = request.limits ? 'make' : 'add-scopes';
  const refused = (reason: Exclude<AccountDecisionRefusal, 'not-found'>) =>
    recordRefusedChange(ports, decider.user, request.accountId, { change, reason }, origin);
  if (!found.ok) {
    // No user's own account is concerned.
    if (found.refusal === 'not-found' || found.refusal === 'own-account') return refuse('not-found');
    return refused(found.refusal);
  }
  const about = auditContext(userActor(decider.user), null, origin);
  const fact = decision === 'approved' ? approvalOf(request) : declineOf(request, 'service-account-declined');
  const sideEffects = { events: [{ ...fact, ...about }], messages: [] };
  const decided = await ports.requests.decide(request, decision, decider.user.userId, now, sideEffects);
  return decided.ok ? accept(request) : refused(decided.refusal);
}

/** Expires overdue requests. */
export async function expireAccountRequests({
  requests,
  clock,
}: Pick<ServiceAccountPorts, 'requests' | 'clock'>): Promise<void> {
  const now = clock.now();
  for (const request of await requests.listOverdue(now, 200)) {
    const about = auditContext({ kind: 'system' }, null, noRequest(request.id));
    const event = { ...declineOf(request, 'service-account-request-expired'), ...about };
    await requests.decide(request, 'expired', null, now, { events: [event], messages: [] });
  }
}

function approvalOf({ id: requestId, accountId: serviceAccountId, name, scopes, limits }: AccountRequest) {
  if (!limits) return { type: 'service-scopes-added', serviceAccountId, requestId, scopes } as const;
  return { type: 'service-account-made', serviceAccountId, requestId, name, scopes, ...limitFacts(limits) } as const;
}

function declineOf<Type extends 'service-account-declined' | 'service-account-request-expired'>(
  request: AccountRequest,
  type: Type,
) {
  return { type, ...factsOf(request) };
}

function factsOf({ id: requestId, accountId: serviceAccountId, name, scopes, limits }: AccountRequest) {
  return { serviceAccountId, requestId, isNew: limits !== null, name, scopes };
}

/** Limits as they are recorded. */
export function limitFacts({ networks, requestsPerMinute, expiresAt }: ServiceLimits) {
  return { networks, requestsPerMinute, expiresAt: expiresAt.toISOString() };
}
