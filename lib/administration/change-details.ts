import { auditContext, ownContext, userActor } from '../audit/audit-context';
import type { AuditContext } from '../audit/audit-event';
import { isSelf, type Principal } from '../accounts/users/principal';
import type { SessionId, SignedIn } from '../accounts/sessions/session';
import { isStaff } from '../accounts/users/role';
import type { User } from '../accounts/users/user';
import type { SideEffects } from '../messaging/new-message';
import { parseMailAddress, type MailAddress } from '../shared/mail-address';
import type { UserKey } from '../shared/identifiers/user-key';
import type { RequestOrigin } from '../shared/request-origin';
import { accept, refuse, type Result } from '../shared/result';
import type { AccountDetails } from './account-store';
import type { AccountPorts } from './administration-ports';

/** Addresses of one user. */
const MOST_ADDRESSES = 5;

/** One address per line, the preferred one first. @returns null if one is none, or there are too many */
export function parseMailAddresses(typed: string): MailAddress[] | null {
  const lines = typed
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const addresses = lines.map(parseMailAddress);
  if (lines.length > MOST_ADDRESSES || addresses.includes(null)) return null;
  return [...new Set(addresses)] as MailAddress[];
}

type DetailsRefusal = 'not-found' | 'own-account' | 'not-permitted' | 'address-of-staff';

/**
 * Name, language, group and addresses of another user. A changed address is told to the old ones and the new ones. A member
 * of staff keeps theirs: whoever could read their mail would set their password, and decide as the second person in their
 * name. Without the role it is changed, and the role given back takes two people.
 */
export async function changeDetails(
  ports: AccountPorts,
  administrator: Principal,
  target: UserKey,
  details: AccountDetails,
  origin: RequestOrigin,
): Promise<Result<null, DetailsRefusal>> {
  const account = await ports.accounts.find(target);
  const about = auditContext(userActor(administrator.user), account?.user ?? null, origin);
  const refused = async (reason: DetailsRefusal) => {
    await ports.audit.append({ type: 'account-change-refused', change: 'change-details', reason, ...about });
    return refuse(reason);
  };
  if (!account) return refused('not-found');
  const { user } = account;
  if (isSelf(administrator, user.userId)) return refused('own-account');
  const isSame = details.mailAddresses.join() === user.mailAddresses.join();
  if (isStaff(user) && !isSame) return refused('address-of-staff');
  const changed = await save(ports, { user, by: administrator.user, session: null }, details, about);
  return changed.ok ? changed : refused(changed.refusal === 'not-found' ? 'not-found' : 'not-permitted');
}

/**
 * One's own addresses, for which `change-address` of the policy asks for proofs. The old and the new ones are told, so that
 * whoever loses them to a thief hears of it.
 * @param mailAddresses all of them, the preferred one first
 * @returns `signed-out` if the session has ended meanwhile
 */
export async function changeOwnAddresses(
  ports: AccountPorts,
  { user, session }: SignedIn,
  mailAddresses: readonly MailAddress[],
  origin: RequestOrigin,
): Promise<Result<null, 'not-found' | 'no-mail-address' | 'signed-out'>> {
  if (mailAddresses.length === 0) return refuse('no-mail-address');
  const details = {
    displayName: user.displayName,
    language: user.language,
    group: user.group?.name ?? null,
    mailAddresses,
  };
  const changed = await save(ports, { user, by: null, session: session.id }, details, ownContext(user, origin));
  if (changed.ok) return changed;
  return refuse(changed.refusal === 'signed-out' ? 'signed-out' : 'not-found');
}

/** @param change.by the administrator; null for the user's own change, which has a session */
async function save(
  ports: AccountPorts,
  { user, by, session }: { user: UserKey; by: UserKey | null; session: SessionId | null },
  details: AccountDetails,
  about: AuditContext,
): Promise<Result<null, 'not-found' | 'not-permitted' | 'signed-out'>> {
  const at = ports.clock.now();
  const effects = (before: User): SideEffects => {
    const added = details.mailAddresses.filter((address) => !before.mailAddresses.includes(address));
    const removed = before.mailAddresses.filter((address) => !details.mailAddresses.includes(address));
    if (added.length + removed.length === 0)
      return { events: [{ type: 'account-details-changed', ...about }], messages: [] };
    const { userId, domain, mailAddresses } = before;
    const what = { what: 'addresses-changed', at, instanceId: null, name: null, browser: null } as const;
    const notice = { ...what, network: null, by: by === null ? 'user' : 'helpdesk' } as const;
    return {
      events: [{ type: 'mail-addresses-changed', added: added.length, removed: removed.length, ...about }],
      messages: [{ channel: 'notice', user: { userId, domain }, alsoTo: mailAddresses, notice }],
    };
  };
  const changed = await ports.accounts.changeDetails({ user, by, at, session }, details, effects);
  return changed.ok ? accept(null) : changed;
}
