import type { UserKey } from '../../shared/identifiers/user-key';
import type { Result } from '../../shared/result';
import type { SideEffects } from '../../messaging/new-message';
import type { AwaitingApproval, CurrentInvitation, Invitation, Live, Revoked } from './invitation';
import type { InvitationId } from '../../shared/identifiers/invitation-id';

/** A place in a list of invitations, the newest first. */
export type InvitationPlace = { id: string; requestedAt: Date };

/**
 * PORT: stores invitations. Every write is one transaction with its side effects and a notice to the `ChangeFeed`. If
 * an invitation ends without a device, the same transaction withdraws its unsent messages.
 */
export interface InvitationStore {
  /** One of another domain is not there. */
  find(id: InvitationId, domain: string): Promise<Invitation | null>;
  /** In any state. */
  findByToken(tokenHash: string): Promise<Invitation | null>;
  /** The one that this browser opened, or shows a read-out code of. */
  findByBrowser(browserHash: string): Promise<CurrentInvitation | null>;
  /** A user has at most one. */
  findCurrent(user: UserKey): Promise<CurrentInvitation | null>;
  /** Newest first. */
  listFor(user: UserKey, limit: number, after?: InvitationPlace | null): Promise<Invitation[]>;
  /** Of one domain, requested since then, newest first. */
  listSince(domain: string, since: Date, limit: number): Promise<Invitation[]>;
  /** Of one domain, oldest first. */
  listAwaiting(domain: string, limit: number): Promise<AwaitingApproval[]>;
  /** Of every domain: current ones that are overdue, any whose old device is due, and revoked ones whose activation is still pending. */
  listDue(now: Date, limit: number): Promise<Invitation[]>;
  /** @param replaced the user's current one, revoked in the same transaction */
  create(
    invitation: AwaitingApproval | Live,
    replaced: Revoked | null,
    sideEffects: SideEffects,
  ): Promise<Result<null, 'already-current' | 'version-moved'>>;
  /** Saves a move; `invitation.version` is one above the version that was read. */
  save(invitation: Invitation, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>>;
}
