import type { InvitationId } from '../../shared/identifiers/invitation-id';
import { normalizeUserId, type User } from './user';

/** How much of what the roles grant a session may use. */
export type Scope = { kind: 'full' } | { kind: 'invitation'; invitationId: InvitationId };

/**
 * A user as one session authenticates them. Permissions are a principal's: a user read from a directory has no scope, so
 * that no check can take an invited browser for the person's own session.
 */
export type Principal<Account = User> = { user: Account; scope: Scope };

/** @param invitationId what the session is limited to; null for none */
export function scopeOf(invitationId: InvitationId | null): Scope {
  return invitationId === null ? { kind: 'full' } : { kind: 'invitation', invitationId };
}

/** Whether an invitation of this identifier, or none, is within the scope. */
export function covers(scope: Scope, invitationId: InvitationId | null): boolean {
  return scope.kind === 'full' || scope.invitationId === invitationId;
}

/** Whether a user ID is the principal's own, however it was typed. */
export function isSelf({ user }: Principal<Pick<User, 'userId'>>, userId: string): boolean {
  return normalizeUserId(user.userId) === normalizeUserId(userId);
}
