import { auditContext } from '../../audit/audit-context';
import type { AuditFact } from '../../audit/audit-event';
import type { ACCOUNT_CHANGES } from '../../audit/events/account-events';
import type { WordOf } from '../../audit/properties';
import { isSelf } from '../../accounts/users/principal';
import { inDomainOf, isMachine } from '../../accounts/users/requester';
import { isStaff, type Role } from '../../accounts/users/role';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import { administratorActor, type AccountPorts, type AccountRefusal, type Administrator } from './administration-ports';
import type { AccountChange } from './account-store';

type Changed = Promise<Result<null, AccountRefusal>>;

/**
 * Disables an account. Its user is out at once, in every replica: sessions end, their long polls wake, no sign-in opens
 * another, and no phone of theirs approves anything. What is under way at the gateway ends by `settleAccount`.
 * Clause: OWASP ASVS 5.0 7.4.2.
 */
export function disableAccount(
  ports: AccountPorts,
  administrator: Administrator,
  target: UserKey,
  origin: RequestOrigin,
): Changed {
  const what = { change: 'disable', fact: { type: 'account-disabled' } } as const;
  return changeOther(ports, administrator, target, what, origin, (change) => ports.accounts.disable(change));
}

/** Lets a disabled user sign in again, with the devices that they had. */
export function enableAccount(
  ports: AccountPorts,
  administrator: Administrator,
  target: UserKey,
  origin: RequestOrigin,
): Changed {
  const what = { change: 'enable', fact: { type: 'account-enabled' } } as const;
  return changeOther(ports, administrator, target, what, origin, (change) => ports.accounts.enable(change));
}

/** Gives a role without a second person: for operators, who have the database anyway, and for the role `user`. */
export function giveRole(
  ports: AccountPorts,
  administrator: Administrator,
  target: UserKey,
  role: Role,
  origin: RequestOrigin,
): Changed {
  if (administrator && role !== 'user') throw new TypeError('a staff role takes two people');
  const what = { change: 'give-role', fact: { type: 'role-given', role } } as const;
  return changeOther(ports, administrator, target, what, origin, (change) => ports.accounts.giveRole(change, role));
}

/** Only reduces access, so one person suffices. */
export function takeRole(
  ports: AccountPorts,
  administrator: Administrator,
  target: UserKey,
  role: Role,
  origin: RequestOrigin,
): Changed {
  const what = { change: 'take-role', fact: { type: 'role-taken', role } } as const;
  return changeOther(ports, administrator, target, what, origin, (change) => ports.accounts.takeRole(change, role));
}

/** Signs a user out everywhere. */
export function endSessionsOf(
  ports: AccountPorts,
  administrator: Administrator,
  target: UserKey,
  origin: RequestOrigin,
): Changed {
  const what = { change: 'end-sessions', fact: null } as const;
  return changeOther(ports, administrator, target, what, origin, async ({ user, at }) => {
    const sessions = await ports.sessions.revokeAll(user.userId, user.domain, null, at);
    const context = auditContext(administratorActor(administrator), user, origin);
    await ports.audit.append({ type: 'sessions-ended', sessions, ...context });
    return accept(null);
  });
}

/** Disables an account for good, and has it removed as soon as its devices are; see `settleAccount`. */
export function removeAccount(
  ports: AccountPorts,
  administrator: Administrator,
  target: UserKey,
  origin: RequestOrigin,
): Changed {
  const what = { change: 'remove', fact: { type: 'account-removal-requested' } } as const;
  return changeOther(ports, administrator, target, what, origin, (change) => ports.accounts.requestRemoval(change));
}

/**
 * Changes another user's account, or records why not. Nobody changes their own: a mistake would lock out who could
 * correct it, and a stolen session could widen itself. What widens the access of staff takes a person.
 * @param target its domain counts for an operator alone; others reach their own
 * @param what.fact recorded in the transaction of the change; null if `save` records it
 */
async function changeOther(
  ports: AccountPorts,
  administrator: Administrator,
  target: UserKey,
  what: { change: WordOf<typeof ACCOUNT_CHANGES>; fact: AuditFact | null },
  origin: RequestOrigin,
  save: (change: AccountChange) => Changed,
): Changed {
  const account = await ports.accounts.find(administrator ? inDomainOf(administrator, target) : target);
  const context = auditContext(administratorActor(administrator), account?.user ?? null, origin);
  const recordRefusal = async (reason: AccountRefusal) => {
    await ports.audit.append({ type: 'account-change-refused', change: what.change, reason, ...context });
    return refuse(reason);
  };
  if (!account) return recordRefusal('not-found');
  const { user } = account;
  if (administrator && isSelf(administrator, user.userId)) return recordRefusal('own-account');
  const isWidened = what.change === 'enable' || what.change === 'give-role';
  if (isWidened && isStaff(user) && isMachine(administrator)) return recordRefusal('not-permitted');
  const sideEffects = { events: what.fact ? [{ ...what.fact, ...context }] : [], messages: [] };
  const saved = await save({
    user,
    by: administrator && 'user' in administrator ? administrator.user : null,
    at: ports.clock.now(),
    sideEffects,
  });
  return saved.ok ? saved : recordRefusal(saved.refusal);
}
