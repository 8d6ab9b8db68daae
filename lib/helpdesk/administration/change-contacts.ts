import { auditContext, ownContext, userActor } from '../../audit/audit-context';
import type { AuditContext, AuditEvent } from '../../audit/audit-event';
import type { AuditLog } from '../../audit/audit-log';
import type { SignedIn } from '../../accounts/sessions/session';
import { MOST_PHONE_NUMBERS, type Contacts } from '../../accounts/users/contacts';
import { isSelf, type Principal } from '../../accounts/users/principal';
import { domainOf, type NamedUser } from '../../accounts/users/requester';
import { normalizeUserId, type User } from '../../accounts/users/user';
import type { UserDirectory } from '../../accounts/users/user-directory';
import type { NoticedChange } from '../../messaging/notices/account-notice';
import type { NewMessage, SideEffects } from '../../messaging/new-message';
import { endOfNumber, parsePhoneNumber, type PhoneNumber } from '../../shared/phone-number';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import type { Clock } from '../../shared/time/clock';
import type { ContactStore } from './contact-store';

export type ContactPorts = { contacts: ContactStore; users: UserDirectory; audit: AuditLog; clock: Clock };

type ContactRefusal = 'not-found' | 'own-account' | 'not-permitted' | 'manager-unknown' | 'changed-meanwhile';

/** One number per line, the one to call first on top. @returns null if one is none, or there are too many */
export function parsePhoneNumbers(input: string): PhoneNumber[] | null {
  const lines = input
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const numbers = lines.map(parsePhoneNumber);
  if (lines.length > MOST_PHONE_NUMBERS || numbers.includes(null)) return null;
  return [...new Set(numbers)] as PhoneNumber[];
}

/** What a form shows of contacts. A save carries it, so that nobody overwrites what they have not seen. */
export function contactsVersion({ phoneNumbers, manager }: Contacts): string {
  return JSON.stringify([phoneNumbers.map(({ number }) => number), manager?.userId ?? null]);
}

/**
 * Numbers and manager of another user. Whatever is new counts for no caller check for a week, and the user is told.
 * @param typed.managerUserId empty for none
 * @param typed.shown the `contactsVersion` that the administrator saw; `changed-meanwhile` if it is another by now
 */
export async function changeContacts(
  ports: ContactPorts,
  administrator: Principal,
  target: NamedUser,
  {
    phoneNumbers,
    managerUserId,
    shown,
  }: { phoneNumbers: readonly PhoneNumber[]; managerUserId: string; shown: string },
  origin: RequestOrigin,
): Promise<Result<null, ContactRefusal>> {
  const user = await ports.users.find(target.userId, domainOf(administrator));
  const context = auditContext(userActor(administrator.user), user, origin);
  const recordRefusal = async (reason: ContactRefusal) => {
    await ports.audit.append({ type: 'account-change-refused', change: 'change-contacts', reason, ...context });
    return refuse(reason);
  };
  if (!user) return recordRefusal('not-found');
  if (isSelf(administrator, user.userId)) return recordRefusal('own-account');
  const named = normalizeUserId(managerUserId);
  const manager = named === '' ? null : await ports.users.find(named, user.domain);
  if (named !== '' && (!manager || manager.userId === user.userId)) return recordRefusal('manager-unknown');
  const at = ports.clock.now();
  const change = { user, by: administrator.user, at, session: null };
  const result = await ports.contacts.changeContacts(change, ({ contacts }) => {
    if (contactsVersion(contacts) !== shown) return refuse('changed-meanwhile');
    const after = merged(contacts, phoneNumbers, manager && manager.userId, { by: administrator.user.userId, at });
    return accept({ contacts: after, sideEffects: effects(user, contacts, after, 'helpdesk', at, context) });
  });
  if (result.ok) return result;
  return recordRefusal(result.refusal === 'signed-out' ? 'not-permitted' : result.refusal);
}

/**
 * One's own numbers, for which `change-address` of the policy asks for proofs. A manager is set by administrators alone.
 * @returns `signed-out` if the session has ended meanwhile
 */
export async function changeOwnNumbers(
  ports: ContactPorts,
  { user, session }: SignedIn,
  { phoneNumbers, shown }: { phoneNumbers: readonly PhoneNumber[]; shown: string },
  origin: RequestOrigin,
): Promise<Result<null, 'not-found' | 'signed-out' | 'changed-meanwhile'>> {
  const at = ports.clock.now();
  const result = await ports.contacts.changeContacts({ user, by: null, at, session: session.id }, ({ contacts }) => {
    if (contactsVersion(contacts) !== shown) return refuse('changed-meanwhile');
    const after = merged(contacts, phoneNumbers, contacts.manager?.userId ?? null, { by: user.userId, at });
    return accept({
      contacts: after,
      sideEffects: effects(user, contacts, after, 'user', at, ownContext(user, origin)),
    });
  });
  if (result.ok) return result;
  return refuse(result.refusal === 'not-permitted' ? 'not-found' : result.refusal);
}

/** What stays keeps the time since when it is on record. */
function merged(
  before: Contacts,
  phoneNumbers: readonly PhoneNumber[],
  managerUserId: string | null,
  { by, at }: { by: string; at: Date },
): Contacts {
  const { manager } = before;
  const isSame = manager?.userId === managerUserId;
  return {
    phoneNumbers: phoneNumbers.map(
      (number) =>
        before.phoneNumbers.find((one) => one.number === number) ?? { number, recordedBy: by, recordedAt: at },
    ),
    manager: isSame ? manager : managerUserId === null ? null : { userId: managerUserId, recordedAt: at },
  };
}

function effects(
  { userId, domain }: User,
  before: Contacts,
  after: Contacts,
  by: 'user' | 'helpdesk',
  at: Date,
  context: AuditContext,
): SideEffects {
  const [phoneNumbers, removed] = [missingFrom(before, after), missingFrom(after, before)];
  const events: AuditEvent[] = [];
  const messages: NewMessage[] = [];
  const tell = (what: NoticedChange) => {
    const notice = { what, at, instanceId: null, name: null, browser: null, network: null, by };
    messages.push({ channel: 'notice', user: { userId, domain }, alsoTo: [], notice });
  };
  if (phoneNumbers.length + removed.length > 0) {
    const ends = { added: phoneNumbers.map(endOfNumber), removed: removed.map(endOfNumber) };
    events.push({ type: 'phone-numbers-changed', ...ends, ...context });
    tell('phone-numbers-changed');
  }
  const managerUserId = after.manager?.userId ?? null;
  if (managerUserId !== (before.manager?.userId ?? null)) {
    events.push({ type: 'manager-changed', managerUserId, ...context });
    tell('manager-changed');
  }
  return { events, messages };
}

/** The numbers of one that the other has not. */
function missingFrom({ phoneNumbers: other }: Contacts, { phoneNumbers: one }: Contacts): PhoneNumber[] {
  return one
    .map(({ number }) => number)
    .filter((number) => other.every((recordedNumber) => recordedNumber.number !== number));
}
