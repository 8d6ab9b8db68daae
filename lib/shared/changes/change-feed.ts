import type { CallerRequestId } from '../identifiers/caller-request-id';
import type { PhoneSignInId } from '../identifiers/phone-sign-in-id';
import type { InvitationId } from '../identifiers/invitation-id';
import type { ActivationId } from '../identifiers/activation-id';
import type { UserKey } from '../identifiers/user-key';

/** What notices of new messages name. */
export const OUTBOX_KEY = 'outbox';

type OutboxKey = typeof OUTBOX_KEY;

/** Names what was sent to a person's phones: who waits for it is told of changes under this name. */
type LoginRequestsKey = string & { readonly brand: 'LoginRequestsKey' };

/** What a notice names. */
export type ChangeKey = ActivationId | PhoneSignInId | CallerRequestId | LoginRequestsKey | InvitationId | OutboxKey;

/**
 * PORT: tells, in every process, that an activation, a challenge to a phone or an invitation has moved, what waits for somebody's
 * phones, or that there is something to send. Whatever stores them publishes with each write.
 */
export interface ChangeFeed {
  /**
   * Calls `listener` after each move of what `id` names, and once more whenever notices may have been missed, so it must
   * read again to learn what is true. Resolves when no later move can be missed.
   * @returns a function that ends the subscription
   */
  subscribe(id: ChangeKey, listener: () => void): Promise<() => void>;
}

/** Of the person as the gateway spells them. */
export function loginRequestsKey({ userId, domain }: UserKey): LoginRequestsKey {
  return `login-requests ${userId}@${domain}` as LoginRequestsKey;
}
