import { NOTHING_USED_UP, type UsedUp } from '../../accounts/proofs/check-proofs';
import type { SessionId } from '../../accounts/sessions/session';
import type { ProofPrompt } from '../../shared/form-state';
import type { InvitationId } from '../../shared/identifiers/invitation-id';
import type { StartSource } from '../activation-store';

/**
 * What permits a start: the user's own session with what it has proved, or an invitation that the session holds, which
 * also limits it in place of the daily limit. `findStartGrant` finds it.
 * @property session may see the image; null for a start outside of a session
 * @property usedUp by the start; an invitation uses nothing up
 */
export type StartGrant =
  | { by: 'own-session'; session: SessionId | null; usedUp: UsedUp }
  | { by: 'invitation'; session: SessionId | null; invitationId: InvitationId };

/** What a form that starts an activation asks for. @property credential whether the gateway registers with one */
export type StartPrompt = { credential: boolean; proof: ProofPrompt | null };

/** A start outside of a session: by a program that has the database anyway. */
export const WITHOUT_SESSION: StartGrant = { by: 'own-session', session: null, usedUp: NOTHING_USED_UP };

export function sourceOf(grant: StartGrant): StartSource | null {
  if (grant.session === null) return null;
  return { session: grant.session, ...(grant.by === 'own-session' ? grant.usedUp : NOTHING_USED_UP) };
}

export function grantingInvitation(grant: StartGrant): InvitationId | null {
  return grant.by === 'invitation' ? grant.invitationId : null;
}
