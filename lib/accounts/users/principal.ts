import type { InvitationId } from '../../shared/identifiers/invitation-id';
import { normalizeUserId, type User } from './user';

/**
 * How much of what the roles grant a session may use. `own-account`: a staff member without a second factor reaches
 * their own account, and nothing that belongs to other users.
 */
export type Scope = { kind: 'full' } | { kind: 'own-account' } | { kind: 'invitation'; invitationId: InvitationId };

/**
 * A user as one session authenticates them. Permissions need a principal: a user from the directory has no scope, so
 * that no check can take an invited session for a full one.
 */
export type Principal<Account = User> = { user: Account; scope: Scope };

/**
 * A service account, authenticated by its key. It makes the requests of staff within its scopes, and decides nothing:
 * it is never a second person.
 */
export type ServiceAccountRequester = {
  id: string;
  name: string;
  /** The domain of the users it acts on. */
  domain: string;
  /** Permissions. */
  scopes: ReadonlySet<string>;
  /** User ID of the only person to whom the key was shown. */
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
