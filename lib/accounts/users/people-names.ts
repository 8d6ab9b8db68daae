import type { UserDirectory } from './user-directory';
import { personBehind, systemBehind } from './requester';

/** Display names by user ID. People who are gone have none, and are told by their user ID. */
export type PeopleNames = ReadonlyMap<string, string>;

/**
 * What people on a page are called.
 * @param userIds of the domain; also requesters as `requesterKey` stores them
 * @throws GatewayError if users are a gateway's, and it fails
 */
export async function findPeopleNames(
  users: Pick<UserDirectory, 'find'>,
  domain: string,
  userIds: Iterable<string>,
): Promise<PeopleNames> {
  const unique = [...new Set(Array.from(userIds, personBehind))];
  const found = await Promise.all(unique.map((userId) => users.find(userId, domain)));
  return new Map(unique.flatMap((userId, index) => namedAs(userId, found[index]?.displayName)));
}

/** "Lise Meitner", or "Tickets (Lise Meitner)" of a system, in whatever language. @param requestedBy see `requesterKey` */
export function requesterName(names: PeopleNames, requestedBy: string): string {
  const userId = personBehind(requestedBy);
  const person = names.get(userId) ?? userId;
  const system = systemBehind(requestedBy);
  return system === null ? person : `${system} (${person})`;
}

function namedAs(userId: string, displayName: string | undefined): [string, string][] {
  return displayName === undefined ? [] : [[userId, displayName]];
}
