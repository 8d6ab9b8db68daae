import type { Approval } from '../approvals/approval';
import type { ApprovalKind } from '../approvals/approval-kind';
import { textOf } from '../approvals/approval-store';
import type { NetworkRange } from '../../shared/network-range';
import type { ServiceAccountId, ServiceLimits } from './service-account';
import { serviceScopes, type ServiceScope } from './service-scope';

/** A new service account, or more scopes for one. */
export type AskedAccount = {
  /** The account that is to be, or is to have more. */
  readonly accountId: ServiceAccountId;
  readonly name: string;
  /** All of a new account; those that an account is to have besides its own. */
  readonly scopes: readonly ServiceScope[];
  /** Of a new account; null for more scopes. */
  readonly limits: ServiceLimits | null;
};

export type AccountRequest = Approval<AskedAccount>;

/** Why a request is not met: who asked is no administrator any more, the account has ended, or another has its name. */
export type UnmetAccount = 'not-permitted' | 'ended' | 'name-taken';

/**
 * Once approved, the account is there in the same transaction, or has the scopes besides those that it has then. A name is
 * asked for once at a time, and so are more scopes for an account.
 */
export const ACCOUNT_REQUESTS: ApprovalKind<AskedAccount, unknown, UnmetAccount> = {
  name: 'service-account',
  prefix: 'svr',
  decidedWith: 'account:approve',
  unmet: ['not-permitted', 'ended', 'name-taken'],
  keyOf: ({ accountId, name, limits }) => (limits ? `name ${name}` : `account ${accountId}`),
  parse: (stored) => ({
    accountId: textOf(stored, 'accountId') as ServiceAccountId,
    name: textOf(stored, 'name'),
    scopes: serviceScopes(stored['scopes'] as string[]),
    limits: limitsOf(stored['limits'] as StoredLimits | null),
  }),
  mailOf({ endsAt: validUntil, subject: { name, limits } }, { requestedBy, queueUrl }) {
    return { kind: 'service-account-requested', name, isNew: limits !== null, requestedBy, validUntil, queueUrl };
  },
  eventOf(move, request, context) {
    const facts = factsOf(request);
    switch (move) {
      case 'approved':
        return { ...approvalOf(request), ...context };
      case 'expired':
        return { type: 'service-account-request-expired', ...facts, ...context };
      case 'requested':
      case 'declined':
        return { type: `service-account-${move}`, ...facts, ...context };
    }
  },
  refusalEvent({ subject: { accountId: serviceAccountId, limits } }, reason, context) {
    if (reason === 'own-account') throw new TypeError('a service account is nobody’s own');
    const change = limits ? 'make' : 'add-scopes';
    return { type: 'service-account-change-refused', serviceAccountId, change, reason, ...context };
  },
};

type StoredLimits = { networks: string[]; requestsPerMinute: number; expiresAt: string };

function limitsOf(stored: StoredLimits | null): ServiceLimits | null {
  if (stored === null) return null;
  const { networks, requestsPerMinute, expiresAt } = stored;
  return { networks: networks as NetworkRange[], requestsPerMinute, expiresAt: new Date(expiresAt) };
}

function approvalOf({ id: requestId, subject }: AccountRequest) {
  const { accountId: serviceAccountId, name, scopes, limits } = subject;
  if (!limits) return { type: 'service-scopes-added', serviceAccountId, requestId, scopes } as const;
  return { type: 'service-account-made', serviceAccountId, requestId, name, scopes, ...limitFacts(limits) } as const;
}

function factsOf({ id: requestId, subject: { accountId: serviceAccountId, name, scopes, limits } }: AccountRequest) {
  return { serviceAccountId, requestId, isNew: limits !== null, name, scopes };
}

/** Limits as they are recorded. */
export function limitFacts({ networks, requestsPerMinute, expiresAt }: ServiceLimits) {
  return { networks, requestsPerMinute, expiresAt: expiresAt.toISOString() };
}
