import type { Role } from '../accounts/users/role';
import type { SideEffects } from '../messaging/new-message';
import { hexFromBytes } from '../shared/bytes';
import type { Random } from '../shared/random';
import type { Result } from '../shared/result';

/** `rol-` and 32 hexadecimal digits. Not secret. */
export type RoleRequestId = string & { readonly brand: 'RoleRequestId' };

export function parseRoleRequestId(text: string): RoleRequestId | null {
  return /^rol-[0-9a-f]{32}$/.test(text) ? (text as RoleRequestId) : null;
}

export function generateRoleRequestId(random: Random): RoleRequestId {
  return `rol-${hexFromBytes(random.bytes(16))}` as RoleRequestId;
}

/** A staff role that somebody is to get, while it waits for a second person. */
export type RoleRequest = {
  id: RoleRequestId;
  userId: string;
  domain: string;
  role: Role;
  requestedBy: string;
  requestedAt: Date;
  endsAt: Date;
};

export type RoleDecision = 'given' | 'declined' | 'expired';

/** A request, decided or not. @property decidedBy the second person; null while there is none */
export type FollowedRoleRequest = RoleRequest & {
  state: 'awaiting-approval' | RoleDecision;
  decidedBy: string | null;
};

/** PORT: requests for staff roles. Each change is one transaction with its side effects. */
export interface RoleRequestStore {
  find(id: RoleRequestId): Promise<RoleRequest | null>;
  /** In any state. */
  follow(id: RoleRequestId): Promise<FollowedRoleRequest | null>;
  /** Of one domain, oldest first. */
  listAwaiting(domain: string, limit: number): Promise<RoleRequest[]>;
  /** Undecided, of every domain. */
  listOverdue(now: Date, limit: number): Promise<RoleRequest[]>;
  create(request: RoleRequest, sideEffects: SideEffects): Promise<Result<null, 'already-asked'>>;
  /**
   * Ends a request, once. Given, the user has the role with it and signs in again.
   * @param by the second person; null if it expired
   * @returns `not-awaiting` if it was decided before; `not-permitted` if the user or the administrator who asked is
   *   disabled, gone, or no administrator any more
   */
  decide(
    request: RoleRequest,
    decision: RoleDecision,
    by: string | null,
    at: Date,
    sideEffects: SideEffects,
  ): Promise<Result<null, 'not-awaiting' | 'not-permitted' | 'has-role'>>;
}
