import type { InvitationId } from '../../shared/identifiers/invitation-id';
import { normalizeUserId, type User } from './user';

/**
 * How much of what the roles grant a session may use. `own-account`: a member of staff who has given no second factor
 * reaches their own account, and nothing that belongs to other users.
 */
export type Scope = { kind: 'full' } | { kind: 'own-account' } | { kind: 'invitation'; invitationId: InvitationId };

/**
 * A user as one session authenticates them. Permissions need a principal: a user from the directory has no scope, so
 * that no check can take an invited session for a full one.
 */
export type Principal<Account = User> = { user: Account; scope: Scope };

/**
 * A service account as its key authenticates it. It asks for what staff ask for, within its scopes, and decides nothing:
 * it is nobody's second person.
 */
export type ServiceAccountRequester = {
  id: string;
  name: string;
  /** Whose users it acts on. */
  domain: string;
  /** Permissions. */
  scopes: ReadonlySet<string>;
  /** User ID of the only person who was shown the key, and could use it. */
  keyShownTo: string;
};

/** @param invitationId limits the session; null for a full one */
export function scopeOf(invitationId: InvitationId | null): Scope {
  return invitationId === null ? { kind: 'full' } : { kind: 'invitation', invitationId };
}

/** Whether the scope includes what belongs to an invitation, or to none. */
export function covers(scope: Scope, invitationId: InvitationId | null): boolean {
  return scope.kind !== 'invitation' || scope.invitationId === invitationId;
}

/** Whether a user ID is the requester's own, in any spelling. A service account has none. */
export function isSelf(requester: Principal<Pick<User, 'userId'>> | ServiceAccountRequester, userId: string): boolean {
  return 'user' in requester && normalizeUserId(requester.user.userId) === normalizeUserId(userId);
}
