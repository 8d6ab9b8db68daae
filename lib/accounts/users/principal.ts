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

/** @param invitationId limits the session; null for a full one */
export function scopeOf(invitationId: InvitationId | null): Scope {
  return invitationId === null ? { kind: 'full' } : { kind: 'invitation', invitationId };
}

/** Whether the scope includes what belongs to an invitation, or to none. */
export function covers(scope: Scope, invitationId: InvitationId | null): boolean {
  return scope.kind !== 'invitation' || scope.invitationId === invitationId;
}

/** Whether a user ID is the principal's own, in any spelling. */
export function isSelf({ user }: Principal<Pick<User, 'userId'>>, userId: string): boolean {
  return normalizeUserId(user.userId) === normalizeUserId(userId);
}
