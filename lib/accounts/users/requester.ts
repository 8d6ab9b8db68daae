import { userActor } from '../../audit/audit-context';
import type { Actor } from '../../audit/audit-event';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { Principal, ServiceAccountRequester } from './principal';

/** The requester of a change to another user's account: a staff member, or a service account. */
export type Requester = Principal | ServiceAccountRequester;

export function isMachine(requester: Requester | null): boolean {
  return requester !== null && !('user' in requester);
}

export function requesterActor(requester: Requester): Actor {
  if ('user' in requester) return userActor(requester.user);
  return { kind: 'service-account', serviceAccountId: requester.id, name: requester.name };
}

const THROUGH = ' through the service account ';

/**
 * The key under which a requester is stored and counted. For a service account it includes the person to whom the key
 * was shown.
 */
export function requesterKey(requester: Requester): UserKey {
  if ('user' in requester) return requester.user;
  const { keyShownTo, name, domain } = requester;
  return { userId: `${keyShownTo}${THROUGH}${name}`, domain };
}

/**
 * The domain of the users a requester acts on. Stores are queried for this domain: users of another one do not exist
 * there.
 */
export function domainOf(requester: Requester): string {
  return 'user' in requester ? requester.user.domain : requester.domain;
}

/** A user as a requester names them: always in the requester's own domain. */
export type NamedUser = Pick<UserKey, 'userId'>;

export function inDomainOf(requester: Requester, { userId }: NamedUser): UserKey {
  return { userId, domain: domainOf(requester) };
}

/** @param requestedBy as `requesterKey` stores it */
export function isOfMachine(requestedBy: string): boolean {
  return requestedBy.includes(THROUGH);
}

/**
 * User ID of the person behind a request: otherwise the holder of a service account's key could be both of two people.
 * @param requestedBy as `requesterKey` stores it
 */
export function personBehind(requestedBy: string): string {
  const end = requestedBy.indexOf(THROUGH);
  return end < 0 ? requestedBy : requestedBy.slice(0, end);
}

/** Name of the system behind a request; null for a person's. @param requestedBy as `requesterKey` stores it */
export function systemBehind(requestedBy: string): string | null {
  const end = requestedBy.indexOf(THROUGH);
  return end < 0 ? null : requestedBy.slice(end + THROUGH.length);
}
