import type { UserKey } from '../identifiers/user-key';

/** Names what was sent to a person's phones: who waits for it is told of changes under this name. */
export type LoginRequestsKey = string & { readonly brand: 'LoginRequestsKey' };

/** Of the person as the gateway spells them. */
export function loginRequestsKey({ userId, domain }: UserKey): LoginRequestsKey {
  return `login-requests ${userId}@${domain}` as LoginRequestsKey;
}
