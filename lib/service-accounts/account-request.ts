import type { SideEffects } from '../messaging/new-message';
import { hexFromBytes } from '../shared/bytes';
import type { Random } from '../shared/random';
import type { Result } from '../shared/result';
import type { ServiceAccountId, ServiceLimits } from './service-account';
import type { ServiceScope } from './service-scope';

/** `svr-` and 32 hexadecimal digits. Not secret. */
export type AccountRequestId = string & { readonly brand: 'AccountRequestId' };

export function parseAccountRequestId(text: string): AccountRequestId | null {
  return /^svr-[0-9a-f]{32}$/.test(text) ? (text as AccountRequestId) : null;
}

export function generateAccountRequestId(random: Random): AccountRequestId {
  return `svr-${hexFromBytes(random.bytes(16))}` as AccountRequestId;
}

/** A new service account, or more scopes for one, while it waits for a second person. */
export type AccountRequest = {
  id: AccountRequestId;
  /** The account that is to be, or is to have more. */
  accountId: ServiceAccountId;
  domain: string;
  name: string;
  /** All of a new account; those that an account is to have besides its own. */
  scopes: readonly ServiceScope[];
  /** Of a new account; null for more scopes. */
  limits: ServiceLimits | null;
  requestedBy: string;
  requestedAt: Date;
  endsAt: Date;
};

export type AccountDecision = 'approved' | 'declined' | 'expired';

/** PORT: requests for service accounts. Each change is one transaction with its side effects. */
export interface AccountRequestStore {
  find(id: AccountRequestId): Promise<AccountRequest | null>;
  /** Of one domain, oldest first. */
  listAwaiting(domain: string, limit: number): Promise<AccountRequest[]>;
  /** Undecided, of every domain. */
  listOverdue(now: Date, limit: number): Promise<AccountRequest[]>;
  /**
   * Keeps a request.
   * @returns `already-asked` if one waits for the account; `name-taken` if an account that has not ended, or a request
   *   for one, has the name in the domain
   */
  create(request: AccountRequest, sideEffects: SideEffects): Promise<Result<null, 'already-asked' | 'name-taken'>>;
  /**
   * Ends a request, once. Approved, the account is there with it, or has the scopes besides those that it has then.
   * @param by the second person; null if it expired
   * @returns `not-awaiting` if it was decided before; `not-permitted` if the administrator who asked is disabled, gone, or
   *   no administrator any more; `ended` if the account has ended
   */
  decide(
    request: AccountRequest,
    decision: AccountDecision,
    by: string | null,
    at: Date,
    sideEffects: SideEffects,
  ): Promise<Result<null, 'not-awaiting' | 'not-permitted' | 'ended' | 'name-taken'>>;
}
