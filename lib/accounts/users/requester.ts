import { actorName, userActor } from '../../audit/audit-context';
import type { Actor } from '../../audit/audit-event';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { Principal, ServiceAccountRequester } from './principal';

/** Who asks for something to be done to another user's account: a member of staff, or a service account. */
export type Requester = Principal | ServiceAccountRequester;

export function requesterActor(requester: Requester): Actor {
  if ('user' in requester) return userActor(requester.user);
  return { kind: 'service-account', serviceAccountId: requester.id, name: requester.name };
}

/** What is stored and counted of the requester; for a service account words that are no user ID, see `actorName`. */
export function requesterKey(requester: Requester): UserKey {
  const userId = actorName(requesterActor(requester));
  if (userId === null) throw new TypeError('whoever asks has a name');
  return { userId, domain: 'user' in requester ? requester.user.domain : requester.domain };
}
