import { auditContext } from '../audit/audit-context';
import { perNetwork } from '../accounts/sign-in/limits';
import type { PasswordRefusal } from '../accounts/sign-in/password-policy';
import { isSelf } from '../accounts/users/principal';
import { requesterActor, requesterKey, type Requester } from '../accounts/users/requester';
import { normalizeUserId, MAXIMUM_USER_ID_LENGTH, type User } from '../accounts/users/user';
import type { NewUser } from '../accounts/users/user-directory';
import { parseLinkToken } from '../helpdesk/invitations/invitation-link';
import { makeMailLink, type LinkSettings } from '../messaging/mail-link';
import type { NewMail } from '../messaging/new-message';
import type { UserKey } from '../shared/identifiers/user-key';
import type { RequestOrigin } from '../shared/request-origin';
import { accept, refuse, type Result } from '../shared/result';
import { DAY } from '../shared/time/duration';
import type { AccountDetails, AccountStore } from './account-store';
import { administratorActor, type AccountPorts, type Administrator } from './administration-ports';
import type { CodeHash } from './mailed-secret';
import { checkNewPassword, setNewPassword, type NewPassword, type NewPasswordPorts } from './new-password';

/** How long the link opens. */
const LINK_LIFETIME_MS = 7 * DAY;

const PURPOSE = 'first-password';

export type CreatePorts = AccountPorts &
  NewPasswordPorts & { accounts: AccountStore; hash: CodeHash; settings: LinkSettings };

/**
 * Adds an account with the role `user`, and mails the link by which its user sets the first password: used once, good
 * for 7 days. Until then nobody knows its password.
 */
export async function createAccount(
  ports: CreatePorts,
  administrator: Requester,
  typed: AccountDetails & { userId: string },
  origin: RequestOrigin,
): Promise<Result<User, 'user-exists' | 'user-id-invalid' | 'no-mail-address' | 'not-offered'>> {
  if (typed.mailAddresses.length === 0) return refuse('no-mail-address');
  const { domain } = requesterKey(administrator);
  const password = crypto.randomUUID() + crypto.randomUUID();
  const added = await addAccount(ports, administrator, { ...typed, domain, roles: ['user'], password }, origin);
  if (added.ok) await sendLink(ports, administrator, added.value, origin);
  return added;
}

/**
 * Adds an account with a password that somebody chose by the rules, or that nobody knows.
 * @param account.userId as typed
 */
export async function addAccount(
  { users, audit }: Pick<CreatePorts, 'users' | 'audit'>,
  administrator: Administrator,
  account: NewUser,
  origin: RequestOrigin,
): Promise<Result<User, 'user-exists' | 'user-id-invalid' | 'not-offered'>> {
  if (!users.addsUsers) return refuse('not-offered');
  const userId = normalizeUserId(account.userId);
  // A semicolon cannot be written in an activation image.
  if (userId === '' || userId.length > MAXIMUM_USER_ID_LENGTH || /[\s;\u{fffd}]/u.test(userId))
    return refuse('user-id-invalid');
  const added = await users.addsUsers.add({ ...account, userId });
  if (!added.ok) return added;
  const user = await users.find(userId, account.domain);
  if (!user) throw new TypeError('an account that was added is not there');
  await audit.append({ type: 'account-created', ...auditContext(administratorActor(administrator), user, origin) });
  return accept(user);
}

type LinkRefusal = 'not-found' | 'own-account' | 'not-invited' | 'no-mail-address';

/** Mails the link again, which ends the earlier one: only while the user has set no password. */
export async function sendLinkAgain(
  ports: CreatePorts,
  administrator: Requester,
  target: UserKey,
  origin: RequestOrigin,
): Promise<Result<null, LinkRefusal>> {
  const account = await ports.accounts.find(target);
  const refused = async (reason: LinkRefusal) => {
    const about = auditContext(requesterActor(administrator), account?.user ?? null, origin);
    await ports.audit.append({ type: 'account-change-refused', change: 'send-link', reason, ...about });
    return refuse(reason);
  };
  if (!account) return refused('not-found');
  if (isSelf(administrator, account.user.userId)) return refused('own-account');
  if (!account.isInvited || account.disabledAt) return refused('not-invited');
  if (account.user.mailAddresses.length === 0) return refused('no-mail-address');
  await sendLink(ports, administrator, account.user, origin);
  return accept(null);
}

export type FirstPasswordRefusal =
  | PasswordRefusal
  | 'passwords-differ'
  | 'changed-elsewhere'
  /** Used, replaced by a newer one, or no link at all. */
  | 'unknown-link'
  | 'expired-link'
  | 'too-many-attempts';

/** Sets the first password by the link of a mail, once. */
export async function setFirstPassword(
  ports: CreatePorts,
  typed: { token: string; passwords: NewPassword },
  origin: RequestOrigin,
): Promise<Result<User, FirstPasswordRefusal>> {
  if (await ports.rateLimiter.take(perNetwork('mailed-secret', origin))) return refuse('too-many-attempts');
  const token = parseLinkToken(typed.token);
  if (!token) return refuse('unknown-link');
  const secretHash = await linkHash(ports, token);
  const named = await ports.secrets.findByHash(PURPOSE, secretHash);
  if (!named) return refuse('unknown-link');
  if (ports.clock.now() >= named.expiresAt) return refuse('expired-link');
  const epoch = await ports.sessions.epochOf(named);
  const user = await ports.users.find(named.userId, named.domain);
  if (user?.bar !== null || (await ports.freezes.isFrozen(user))) return refuse('unknown-link');
  const allowed = await checkNewPassword(ports, typed.passwords, user);
  if (!allowed.ok) return allowed;
  const password = typed.passwords.new;
  const set = await setNewPassword(ports, user, { way: PURPOSE, secretHash, password, epoch }, origin);
  if (set.ok) return accept(user);
  return refuse(set.refusal === 'secret-used' ? 'unknown-link' : set.refusal);
}

async function sendLink(ports: CreatePorts, by: Requester, user: User, origin: RequestOrigin): Promise<void> {
  const { userId, domain, displayName, language, timeZone } = user;
  const [to] = user.mailAddresses;
  if (!to) throw new TypeError('an account without an address is sent nothing');
  const { token, url: passwordLink } = await makeMailLink(ports, '/sign-in/first-password');
  const expiresAt = new Date(ports.clock.now().getTime() + LINK_LIFETIME_MS);
  const content = { kind: 'account-invitation', userId, displayName, passwordLink, validUntil: expiresAt } as const;
  const mail: NewMail = { channel: 'mail', to, language, timeZone, content, about: null, expiresAt };
  const secret = { purpose: PURPOSE, secretHash: await linkHash(ports, token), triesLeft: 1, expiresAt } as const;
  const about = auditContext(requesterActor(by), user, origin);
  const sideEffects = { events: [{ type: 'account-invited', ...about } as const], messages: [mail] };
  await ports.secrets.keep({ user: { userId, domain }, ...secret }, sideEffects);
}

function linkHash({ hash }: CreatePorts, token: string): Promise<string> {
  return hash(`${PURPOSE}:${token}`);
}
