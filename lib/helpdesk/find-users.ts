import type { AuthenticatorDirectory } from '../devices/authenticator-directory';
import { accept, refuse, type Result } from '../shared/result';
import { searchWords } from '../accounts/users/search-terms';
import type { FoundUsers, UserDirectory } from '../accounts/users/user-directory';
import type { InvitationStore } from './invitations/invitation-store';
import { isProtected } from './staff';

/** In characters. */
export const MINIMUM_QUERY_LENGTH = 2;
export const MAXIMUM_QUERY_LENGTH = 100;

/** Further words cost more than they narrow the search. */
const MAXIMUM_WORDS = 5;

/** A licence `VDS1000042`, or a device instance `VDS1000042-1`. */
const SERIAL_NUMBER = /^([A-Z0-9]{3}\d{7})(?:-\d{1,9})?$/;

type FindUsersPorts = {
  users: Pick<UserDirectory, 'find' | 'search'>;
  directory: Pick<AuthenticatorDirectory, 'capabilities' | 'findOwner'>;
};

/**
 * Finds users of a domain by the beginnings of words in user ID, name or mail address, or by a whole serial number.
 * @param after `next` of the previous page; null for the first
 * @throws GatewayError if a serial number was typed and the gateway fails
 */
export async function findUsers(
  { users, directory }: FindUsersPorts,
  domain: string,
  typed: string,
  after: string | null,
): Promise<Result<FoundUsers, 'query-too-short' | 'query-too-long'>> {
  const text = typed.trim();
  if (Array.from(text).length > MAXIMUM_QUERY_LENGTH) return refuse('query-too-long');
  const serialNumber = SERIAL_NUMBER.exec(text.toUpperCase())?.[1];
  if (serialNumber !== undefined && directory.capabilities.findOwner === true) {
    const owner = await directory.findOwner(serialNumber);
    const user = owner && owner.domain === domain ? await users.find(owner.userId, domain) : null;
    if (user) return accept({ users: [user], next: null });
  }
  const words = searchWords(text).slice(0, MAXIMUM_WORDS);
  const longest = Math.max(0, ...words.map((word) => Array.from(word).length));
  return longest < MINIMUM_QUERY_LENGTH ? refuse('query-too-short') : accept(await users.search(domain, words, after));
}

/** A row of the search results. */
type FoundPerson = {
  userId: string;
  displayName: string;
  /** Null if none is known. */
  mailAddress: string | null;
  isProtected: boolean;
  /** Whether an invitation is current. */
  isInvited: boolean;
};

/** One page of results. @property next asks for the next page; null on the last */
export type FoundPeople = { people: FoundPerson[]; next: string | null };

/** `findUsers`, with what staff see of each user. */
export async function lookUpUsers(
  ports: FindUsersPorts & { invitations: InvitationStore },
  domain: string,
  typed: string,
  after: string | null,
): Promise<Result<FoundPeople, 'query-too-short' | 'query-too-long'>> {
  const found = await findUsers(ports, domain, typed, after);
  if (!found.ok) return found;
  const people = await Promise.all(
    found.value.users.map(async (user) => ({
      userId: user.userId,
      displayName: user.displayName,
      mailAddress: user.mailAddresses[0] ?? null,
      isProtected: isProtected(user),
      isInvited: (await ports.invitations.findCurrent(user)) !== null,
    })),
  );
  return accept({ people, next: found.value.next });
}
