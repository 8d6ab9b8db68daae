import type { SignedIn } from '../sessions/session';

/** PORT: invitations by the helpdesk, as far as they are proofs. */
export interface OpenInvitations {
  /**
   * Whether an open invitation of the user is this session's: the session opened it, or was opened by it. That somebody
   * else has the link, or another session, counts for nothing.
   */
  isHeldBy(signedIn: SignedIn): Promise<boolean>;
}
