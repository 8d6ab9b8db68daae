import type { SignedIn } from '../sessions/session';

/** PORT: invitations by the helpdesk, as far as they are proofs. */
export interface OpenInvitations {
  /**
   * Whether an open invitation of the user belongs to this session: the session opened it, or was opened by it. A link
   * or session held by someone else does not count.
   */
  isHeldBy(signedIn: SignedIn): Promise<boolean>;
}
