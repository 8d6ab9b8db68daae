import type { CallerRequestId } from '../identifiers/caller-request-id';
import type { PhoneConfirmationId } from '../identifiers/phone-confirmation-id';
import type { PhoneSignInId } from '../identifiers/phone-sign-in-id';
import type { ManagerRequestId } from '../identifiers/manager-request-id';
import type { InvitationId } from '../identifiers/invitation-id';
import type { ActivationId } from '../identifiers/activation-id';
import type { UserKey } from '../identifiers/user-key';

/** Key of new messages of one channel in the outbox. */
type OutboxKey = string & { readonly brand: 'OutboxKey' };

/** Key of disabled accounts, whose users may have pending activations. */
export const UNSETTLED_KEY = 'unsettled-accounts';

/** Key of the audit log, which `append_audit_records` announces itself. */
export const AUDIT_LOG_KEY = 'audit-log';

/** Key of what this site says of the organisation. */
export const ORGANISATION_KEY = 'organisation';

/** Key of the login requests for a user's phones. */
type LoginRequestsKey = string & { readonly brand: 'LoginRequestsKey' };

/** Key of the question which pages show an activation, or of a page's answer. */
type OpenPageKey = string & { readonly brand: 'OpenPageKey' };

/** Key of a session's end. */
type SessionChangeKey = string & { readonly brand: 'SessionChangeKey' };

/** The payload of a change notice. */
export type ChangeKey =
  | ActivationId
  | PhoneSignInId
  | PhoneConfirmationId
  | CallerRequestId
  | LoginRequestsKey
  | InvitationId
  | ManagerRequestId
  | SessionChangeKey
  | OutboxKey
  | OpenPageKey
  | typeof UNSETTLED_KEY
  | typeof AUDIT_LOG_KEY
  | typeof ORGANISATION_KEY;

/**
 * PORT: notifies every process of changes of an activation, a challenge to a phone, a question to a manager, an
 * invitation, the login requests of a user, a session's end, the outbox, the audit log, disabled accounts, or the organisation.
 * Stores publish with each write.
 */
export interface ChangeFeed {
  /**
   * Calls `listener` after each change of `id`, and whenever notices may have been missed, so the listener must read
   * again. Resolves when no later change can be missed.
   * @returns unsubscribes
   */
  subscribe(id: ChangeKey, listener: () => void): Promise<() => void>;
}

/** Notifies every process, where nothing is stored. */
export type Announce = (keys: readonly OpenPageKey[]) => Promise<void>;

/** Asks the pages of an activation whether they are open. */
export function openPagesKey(activationId: ActivationId): OpenPageKey {
  return `pages of ${activationId}` as OpenPageKey;
}

/** A page's answer. @param network of its browser, for whoever shares it; empty for everybody */
export function openPageKey(activationId: ActivationId, sessionId: string, network: string): OpenPageKey {
  return `page of ${activationId} ${sessionId} ${network}` as OpenPageKey;
}

/** @param user spelt as at the gateway */
export function loginRequestsKey({ userId, domain }: UserKey): LoginRequestsKey {
  return `login-requests ${userId}@${domain}` as LoginRequestsKey;
}

/** @param sessionId as a string, because sessions belong to a room above this one */
export function sessionChangeKey(sessionId: string): SessionChangeKey {
  return `session ${sessionId}` as SessionChangeKey;
}

/** @param channel as a string, because the outbox belongs to a room above this one */
export function outboxKey(channel: string): OutboxKey {
  return `outbox ${channel}` as OutboxKey;
}
