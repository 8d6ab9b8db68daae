import { userActor } from '../../audit/audit-context';
import type { Actor } from '../../audit/audit-event';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { Principal, ServiceAccountRequester } from './principal';

/** Who asks for something to be done to another user's account: a member of staff, or a service account. */
export type Requester = Principal | ServiceAccountRequester;

export function isMachine(requester: Requester | null): boolean {
  return requester !== null && !('user' in requester);
}

export function requesterActor(requester: Requester): Actor {
  if ('user' in requester) return userActor(requester.user);
  return { kind: 'service-account', serviceAccountId: requester.id, name: requester.name };
}

const THROUGH = ' through the service account ';

/** What is stored and counted of the requester. A service account's words name the person who could use its key too. */
export function requesterKey(requester: Requester): UserKey {
  if ('user' in requester) return requester.user;
  const { keyShownTo, name, domain } = requester;
  return { userId: `${keyShownTo}${THROUGH}${name}`, domain };
}

/** Whose users a requester acts on. Stores are asked for this domain: what belongs to another is not there. */
export function domainOf(requester: Requester): string {
  return 'user' in requester ? requester.user.domain : requester.domain;
}

/** A user as a requester names them: always one of the requester's own domain. */
export type NamedUser = Pick<UserKey, 'userId'>;

export function inDomainOf(requester: Requester, { userId }: NamedUser): UserKey {
  return { userId, domain: domainOf(requester) };
}

/** @param requestedBy as `requesterKey` stores it */
export function isOfMachine(requestedBy: string): boolean {
  return requestedBy.includes(THROUGH);
}

/**
 * User ID of the person behind what was asked for: whoever holds a service account's key would be both of two people
 * otherwise.
 * @param requestedBy as `requesterKey` stores it
 */
export function personBehind(requestedBy: string): string {
  const end = requestedBy.indexOf(THROUGH);
  return end < 0 ? requestedBy : requestedBy.slice(0, end);
}
