import { auditContext, ownContext } from '../../audit/audit-context';
import type { AuditContext } from '../../audit/audit-event';
import { isSelf } from '../../accounts/users/principal';
import { inDomainOf, isMachine, requesterActor, type NamedUser, type Requester } from '../../accounts/users/requester';
import type { SignedIn } from '../../accounts/sessions/session';
import { isStaff } from '../../accounts/users/role';
import type { User } from '../../accounts/users/user';
import type { SideEffects } from '../../messaging/new-message';
import { parseMailAddress, type MailAddress } from '../../shared/mail-address';
import type { Language } from '../../shared/language';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import type { AccountDetails } from './account-store';
import type { AccountPorts } from './administration-ports';

/** Addresses of one user. */
const MOST_ADDRESSES = 5;

/** One address per line, the preferred one first. @returns null if one is none, or there are too many */
export function parseMailAddresses(input: string): MailAddress[] | null {
  const lines = input
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const addresses = lines.map(parseMailAddress);
  if (lines.length > MOST_ADDRESSES || addresses.includes(null)) return null;
  return [...new Set(addresses)] as MailAddress[];
}

type DetailsRefusal = 'not-found' | 'own-account' | 'not-permitted' | 'address-of-staff' | 'changed-meanwhile';

/** What a form shows of a user's details. A save carries it, so that nobody overwrites what they have not seen. */
export function detailsVersion({ displayName, language, group, mailAddresses }: User): string {
  return JSON.stringify([displayName, language, group?.name ?? null, mailAddresses]);
}

/** What a form shows of one's own addresses. */
export function addressesVersion({ mailAddresses }: User): string {
  return mailAddresses.join();
}

/**
 * Name, language, group and addresses of another user. A changed address is told to the old ones and the new ones. A member
 * of staff keeps theirs: whoever could read their mail would set their password, and decide as the second person in their
 * name. Without the role it is changed, and the role given back takes two people.
 * A machine changes no details of staff.
 * @param shown the `detailsVersion` that the administrator saw; `changed-meanwhile` if it is another by now
 */
export async function changeDetails(
  ports: AccountPorts,
  administrator: Requester,
  target: NamedUser,
  { shown, ...details }: AccountDetails & { shown: string },
  origin: RequestOrigin,
): Promise<Result<null, DetailsRefusal>> {
  const account = await ports.accounts.find(inDomainOf(administrator, target));
  const context = auditContext(requesterActor(administrator), account?.user ?? null, origin);
  const recordRefusal = async (reason: DetailsRefusal) => {
    await ports.audit.append({ type: 'account-change-refused', change: 'change-details', reason, ...context });
    return refuse(reason);
  };
  if (!account) return recordRefusal('not-found');
  const { user } = account;
  if (isSelf(administrator, user.userId)) return recordRefusal('own-account');
  const at = ports.clock.now();
  if (isStaff(user) && isMachine(administrator)) return recordRefusal('not-permitted');
  const by = 'user' in administrator ? administrator.user : null;
  const change = { user, by, at, session: null };
  const result = await ports.accounts.changeDetails(change, (before) => {
    if (detailsVersion(before) !== shown) return refuse('changed-meanwhile');
    const isSame = details.mailAddresses.join() === before.mailAddresses.join();
    if (isStaff(before) && !isSame) return refuse('address-of-staff');
    return accept({ details, sideEffects: effects(before, details, 'helpdesk', at, context) });
  });
  if (result.ok) return result;
  return recordRefusal(result.refusal === 'signed-out' ? 'not-permitted' : result.refusal);
}

/**
 * One's own addresses, for which `change-address` of the policy asks for proofs. The old and the new ones are told, so that
 * whoever loses them to a thief hears of it.
 * @param addresses.mailAddresses all of them, the preferred one first
 * @param addresses.shown the `addressesVersion` that the user saw; `changed-meanwhile` if it is another by now
 * @returns `signed-out` if the session has ended meanwhile
 */
export async function changeOwnAddresses(
  ports: AccountPorts,
  { user, session }: SignedIn,
  { mailAddresses, shown }: { mailAddresses: readonly MailAddress[]; shown: string },
  origin: RequestOrigin,
): Promise<Result<null, 'not-found' | 'no-mail-address' | 'signed-out' | 'changed-meanwhile'>> {
  if (mailAddresses.length === 0) return refuse('no-mail-address');
  const at = ports.clock.now();
  const change = { user, by: null, at, session: session.id };
  const result = await ports.accounts.changeDetails(change, (before) => {
    if (addressesVersion(before) !== shown) return refuse('changed-meanwhile');
    const { displayName, language, group } = before;
    const details = { displayName, language, group: group?.name ?? null, mailAddresses };
    return accept({ details, sideEffects: effects(before, details, 'user', at, ownContext(before, origin)) });
  });
  if (result.ok) return result;
  return refuse(result.refusal === 'not-permitted' ? 'not-found' : result.refusal);
}

/** The language of one's own emails and letters. */
export async function changeOwnLanguage(
  ports: AccountPorts,
  { user, session }: SignedIn,
  language: Language,
  origin: RequestOrigin,
): Promise<Result<null, 'not-found' | 'signed-out'>> {
  const at = ports.clock.now();
  const result = await ports.accounts.changeDetails({ user, by: null, at, session: session.id }, (before) => {
    const { displayName, mailAddresses, group } = before;
    const details = { displayName, language, group: group?.name ?? null, mailAddresses };
    return accept({ details, sideEffects: effects(before, details, 'user', at, ownContext(before, origin)) });
  });
  if (result.ok) return result;
  return refuse(result.refusal === 'signed-out' ? 'signed-out' : 'not-found');
}

function effects(
  { userId, domain, mailAddresses }: User,
  details: AccountDetails,
  by: 'user' | 'helpdesk',
  at: Date,
  context: AuditContext,
): SideEffects {
  const mailAddress = details.mailAddresses.filter((address) => !mailAddresses.includes(address));
  const removed = mailAddresses.filter((address) => !details.mailAddresses.includes(address));
  if (mailAddress.length + removed.length === 0)
    return { events: [{ type: 'account-details-changed', ...context }], messages: [] };
  const what = { what: 'addresses-changed', at, instanceId: null, name: null, browser: null } as const;
  return {
    events: [{ type: 'mail-addresses-changed', added: mailAddress.length, removed: removed.length, ...context }],
    messages: [
      {
        channel: 'notice',
        user: { userId, domain },
        alsoTo: mailAddresses,
        notice: { ...what, network: null, by },
      },
    ],
  };
}
