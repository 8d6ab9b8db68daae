import type { UserKey } from '../../shared/identifiers/user-key';

/**
 * What a phone is told while its app may be closed. `push-request`: whatever is asked of it but a sign-in. `push-reissue`:
 * the helpdesk invites its owner to activate another.
 */
export const PUSH_KINDS = [
  'push-sign-in',
  'push-request',
  'push-ended',
  'push-frozen',
  'push-reissue',
  'push-test',
] as const;
export type PushKind = (typeof PUSH_KINDS)[number];

/** Whether it asks for an answer. */
export function isRequestPush(kind: PushKind): kind is 'push-sign-in' | 'push-request' {
  return kind === 'push-sign-in' || kind === 'push-request';
}

/**
 * @property id names the request, freeze or invitation; not secret. What a later push has with the same one takes its place
 * @property notMe secret of the page "It wasn't me", which the notification opens in place of the app
 */
export type PushContent = { kind: PushKind; id: string; notMe?: string };

/**
 * What all phones of a user are told. Whether there is one is looked up when it is due: a request for a user who has none, or
 * who does not exist, costs whoever asks for it the same.
 */
export type NewAlert = {
  channel: 'alert';
  user: UserKey;
  /** The device that needs not be told; null if all do. */
  except: string | null;
  alert: PushContent;
  /** When it is of no use any more. */
  expiresAt: Date;
};
