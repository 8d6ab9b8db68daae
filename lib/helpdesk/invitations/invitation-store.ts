import type { UserKey } from '../../shared/identifiers/user-key';
import type { Result } from '../../shared/result';
import type { SideEffects } from '../../messaging/new-message';
import type { AwaitingApproval, CurrentInvitation, Invitation, Live, Revoked } from './invitation';
import type { InvitationId } from '../../shared/identifiers/invitation-id';

/**
 * PORT: keeps invitations. Every write is one transaction with its side effects and a change notice to the `ChangeFeed`.
 * When an invitation ends without a device, what was still to be sent of it is withdrawn in that transaction too.
 */
export interface InvitationStore {
  find(id: InvitationId): Promise<Invitation | null>;
  /** Whatever has become of it since. */
  findByToken(tokenHash: string): Promise<Invitation | null>;
  /** The one that this browser was let in by, or shows a code of. */
  findByBrowser(browserHash: string): Promise<CurrentInvitation | null>;
  /** A person has at most one. */
  findCurrent(user: UserKey): Promise<CurrentInvitation | null>;
  /** Newest first. */
  listFor(user: UserKey, limit: number): Promise<Invitation[]>;
  /** Those asked for since then, newest first. */
  listSince(since: Date, limit: number): Promise<Invitation[]>;
  /** Oldest first. */
  listAwaiting(limit: number): Promise<AwaitingApproval[]>;
  /**
   * Current ones whose time is over, any whose old device is still to be locked or removed, and revoked ones whose activation is
   * still under way.
   */
  listDue(now: Date, limit: number): Promise<Invitation[]>;
  /** @param replaced the person's current one, which ends with this */
  create(
    invitation: AwaitingApproval | Live,
    replaced: Revoked | null,
    sideEffects: SideEffects,
  ): Promise<Result<null, 'already-current' | 'version-moved'>>;
  /** Saves a move; `invitation.version` is one above the version that was read. */
  save(invitation: Invitation, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>>;
}
