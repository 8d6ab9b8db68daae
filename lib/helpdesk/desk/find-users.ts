import { allOf, type AuditLog } from '../../audit/audit-log';
import type { AuthenticatorDirectory } from '../../devices/authenticator-directory';
import type { CaseStore } from '../safety/cases/case-store';
import { parseCaseReference } from '../safety/cases/safety-case';
import { accept, refuse, type Result } from '../../shared/result';
import type { Clock } from '../../shared/time/clock';
import { DAY } from '../../shared/time/duration';
import { byUserOrder } from '../../accounts/users/natural-order';
import { searchWords } from '../../accounts/users/search-terms';
import type { Role } from '../../accounts/users/role';
import type { User } from '../../accounts/users/user';
import type { FoundUsers, UserDirectory, UserOrder } from '../../accounts/users/user-directory';
import type { InvitationStore } from '../invitations/invitation-store';
import { isProtected } from '../../accounts/users/staff';

/** In characters. */
export const MINIMUM_QUERY_LENGTH = 2;
export const MAXIMUM_QUERY_LENGTH = 100;

/** Further words cost more than they narrow the search. */
const MAXIMUM_WORDS = 5;

/** A licence `VDS1000042`, or a device instance `VDS1000042-1`. */
const SERIAL_NUMBER = /^([A-Z0-9]{3}\d{7})(?:-\d{1,9})?$/;

/** A ticket has a number in it, a name rarely. */
const HAS_DIGIT = /\d/;

/** How far back, and how many requests, a ticket is looked for. */
const TICKETS_WITHIN_MS = 366 * DAY;
const TICKETS_LIMIT = 20;

type FindUsersPorts = {
  cases: Pick<CaseStore, 'find'>;
  users: Pick<UserDirectory, 'find' | 'search'>;
  directory: Pick<AuthenticatorDirectory, 'capabilities' | 'findOwner'>;
  audit: Pick<AuditLog, 'list'>;
  clock: Clock;
};

/** @property isOfTicket whether the first were found by the ticket that was typed */
type Found = FoundUsers & { isOfTicket: boolean };

/**
 * Finds users of a domain by the beginnings of words in user ID, name or mail address, by a whole serial number, by the
 * reference of their case, or by the whole ticket of a request for them, who come first.
 * @param after `next` of the previous page; null for the first
 * @param order null for the best matches first
 * @throws GatewayError if a serial number was typed and the gateway fails
 */
export async function findUsers(
  ports: FindUsersPorts,
  domain: string,
  input: string,
  after: string | null,
  order: UserOrder | null = null,
): Promise<Result<Found, 'query-too-short' | 'query-too-long'>> {
  const { users, directory } = ports;
  const text = input.trim();
  if (Array.from(text).length > MAXIMUM_QUERY_LENGTH) return refuse('query-too-long');
  const serialNumber = SERIAL_NUMBER.exec(text.toUpperCase())?.[1];
  if (serialNumber !== undefined && directory.capabilities.findOwner === true) {
    const owner = await directory.findOwner(serialNumber);
    const user = owner && owner.domain === domain ? await users.find(owner.userId, domain) : null;
    if (user) return accept({ users: [user], next: null, isOfTicket: false });
  }
  const ofCase = after === null ? await findByReference(ports, domain, text) : [];
  const words = searchWords(text).slice(0, MAXIMUM_WORDS);
  const longest = Math.max(0, ...words.map((word) => Array.from(word).length));
  if (longest < MINIMUM_QUERY_LENGTH) return refuse('query-too-short');
  const foundUsers = await users.search(domain, words, after, order);
  const ofTicket = after === null && HAS_DIGIT.test(text) ? await findByTicket(ports, domain, text) : [];
  const asked = [...ofCase, ...ofTicket.filter(({ userId }) => !ofCase.some((user) => user.userId === userId))];
  const others = foundUsers.users.filter(({ userId }) => !asked.some((user) => user.userId === userId));
  const first = order ? asked.toSorted(byUserOrder(order)) : asked;
  return accept({ users: [...first, ...others], next: foundUsers.next, isOfTicket: asked.length > 0 });
}

/** Whom the case is about whose reference was typed. */
async function findByReference({ users, cases }: FindUsersPorts, domain: string, input: string): Promise<User[]> {
  const reference = parseCaseReference(input);
  const found = reference && (await cases.find(reference, domain));
  const user = found && (await users.find(found.userId, domain));
  return user ? [user] : [];
}

/** Whom re-issues and removals with this ticket were for, the latest first. */
async function findByTicket({ users, audit, clock }: FindUsersPorts, domain: string, input: string): Promise<User[]> {
  const text = input.toLowerCase();
  const to = new Date(clock.now().getTime() + 1);
  const filter = { ...allOf({ from: new Date(to.getTime() - TICKETS_WITHIN_MS), to }, domain), text };
  const page = { order: 'newest-first', after: null, limit: TICKETS_LIMIT } as const;
  const records = await Promise.all(
    (['invitation-requested', 'removal-requested'] as const).map((type) => audit.list({ ...filter, type }, page)),
  );
  const people = records.flat().flatMap(({ event }) => {
    const isMeant = 'ticket' in event && event.ticket?.toLowerCase() === text;
    return isMeant && event.subject ? [event.subject.userId] : [];
  });
  const foundUsers = await Promise.all([...new Set(people)].map((userId) => users.find(userId, domain)));
  return foundUsers.filter((user) => user !== null);
}

/** A row of the search results. */
export type FoundPerson = {
  userId: string;
  displayName: string;
  /** Null if none is known. */
  mailAddress: string | null;
  roles: readonly Role[];
  /** Whether they may not sign in. */
  isBarred: boolean;
  isProtected: boolean;
  /** Whether an invitation is current. */
  isInvited: boolean;
};

/** One page of results. @property next asks for the next page; null on the last @property isOfTicket see `findUsers` */
export type FoundPeople = { people: FoundPerson[]; next: string | null; isOfTicket: boolean };

/** `findUsers`, with what staff see of each user. */
export async function lookUpUsers(
  ports: FindUsersPorts & { invitations: InvitationStore },
  domain: string,
  input: string,
  after: string | null,
  order: UserOrder | null = null,
): Promise<Result<FoundPeople, 'query-too-short' | 'query-too-long'>> {
  const users = await findUsers(ports, domain, input, after, order);
  if (!users.ok) return users;
  const { next, isOfTicket } = users.value;
  return accept({ people: await describePeople(ports, users.value.users), next, isOfTicket });
}

/** Users as rows of a list. */
export async function describePeople(
  { invitations }: { invitations: InvitationStore },
  users: readonly User[],
): Promise<FoundPerson[]> {
  return Promise.all(
    users.map(async (user) => ({
      userId: user.userId,
      displayName: user.displayName,
      mailAddress: user.mailAddresses[0] ?? null,
      roles: user.roles,
      isBarred: user.bar !== null,
      isProtected: isProtected(user),
      isInvited: (await invitations.findCurrent(user)) !== null,
    })),
  );
}
