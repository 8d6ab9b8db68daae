import { isLongOnRecord, type ContactRecords, type Contacts, type RecordedNumber } from '../../accounts/users/contacts';
import { isSelf, type Principal } from '../../accounts/users/principal';
import type { Requester } from '../../accounts/users/requester';
import type { User } from '../../accounts/users/user';
import type { UserDirectory } from '../../accounts/users/user-directory';
import type { Clock } from '../../shared/time/clock';
import type { RecordMethod } from './caller-assessment';

/** The numbers that an agent may call back on. */
export function callableNumbers({ phoneNumbers }: Contacts, now: Date): RecordedNumber[] {
  return phoneNumbers.filter((recorded) => isLongOnRecord(recorded, now));
}

/** The manager who may confirm to this agent who the caller is; null where nobody may. */
export async function managerToAsk(
  { users }: { users: Pick<UserDirectory, 'find'> },
  { agent, caller, contacts: { manager } }: { agent: Requester; caller: User; contacts: Contacts },
  now: Date,
): Promise<User | null> {
  if (!manager || !isLongOnRecord(manager, now)) return null;
  const user = await users.find(manager.userId, caller.domain);
  const isFree = user?.bar === null && user.userId !== caller.userId && !isSelf(agent, user.userId);
  return isFree ? user : null;
}

/**
 * What is on record to check a caller with.
 * @property numbers whole, for the agent to dial
 * @property newNumbers how many are not a week on record yet
 * @property manager whom the agent may ask; null for nobody
 */
export type CheckContacts = { numbers: string[]; newNumbers: number; manager: { displayName: string } | null };

/** For an agent who may send an invitation to this caller, and nobody else. */
export async function checkContacts(
  ports: { users: Pick<UserDirectory, 'find'>; contacts: ContactRecords; clock: Clock },
  agent: Principal,
  caller: User,
): Promise<CheckContacts> {
  const contacts = await ports.contacts.contactsOf(caller);
  const now = ports.clock.now();
  const numbers = callableNumbers(contacts, now).map(({ number }) => number);
  const manager = await managerToAsk(ports, { agent, caller, contacts }, now);
  const newNumbers = contacts.phoneNumbers.length - numbers.length;
  return { numbers, newNumbers, manager: manager && { displayName: manager.displayName } };
}

/** The checks that are possible by what is on record. */
export function recordMethods({ numbers, manager }: Pick<CheckContacts, 'numbers' | 'manager'>): RecordMethod[] {
  return [...(numbers.length > 0 ? ['call-back' as const] : []), ...(manager ? ['manager' as const] : [])];
}
