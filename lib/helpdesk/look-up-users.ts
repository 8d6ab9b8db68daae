import { findUsers } from './find-users';
import { accept, type Result } from '../shared/result';
import type { HelpdeskPorts } from './helpdesk-ports';
import { isProtected } from './staff';

/** What a list of found people says of each. */
export type FoundPerson = {
  userId: string;
  displayName: string;
  /** Null when none is known. */
  mailAddress: string | null;
  isProtected: boolean;
  /** Whether an invitation is under way. */
  isInvited: boolean;
};

/** One page of people. @property next asks for the next page; null when this is the last */
export type FoundPeople = { people: FoundPerson[]; next: string | null };

/**
 * Finds people for staff.
 * @param after what the page before answered as `next`; null to start
 * @throws GatewayError when a serial number was typed and the gateway cannot be asked
 */
export async function lookUpUsers(
  ports: Pick<HelpdeskPorts, 'users' | 'directory' | 'invitations'>,
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
