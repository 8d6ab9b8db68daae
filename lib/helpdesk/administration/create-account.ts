import { auditContext } from '../../audit/audit-context';
import { perNetwork } from '../../accounts/sign-in/limits';
import type { PasswordRefusal } from '../../accounts/sign-in/password-policy';
import { isSelf } from '../../accounts/users/principal';
import { domainOf, inDomainOf, requesterActor, type NamedUser, type Requester } from '../../accounts/users/requester';
import { parseDisplayName, parseNewUserId } from '../../accounts/users/new-user';
import type { User } from '../../accounts/users/user';
import type { NewUser } from '../../accounts/users/user-directory';
import { parseLinkToken } from '../invitations/invitation-link';
import { makeMailLink, type LinkSettings } from '../../messaging/mail-link';
import { mailTo, type SideEffects } from '../../messaging/new-message';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import { DAY } from '../../shared/time/duration';
import type { AccountDetails, AccountStore } from './account-store';
import { administratorActor, type AccountPorts, type Administrator } from './administration-ports';
import type { CodeHash, MailedSecret } from './mailed-secret';
import { checkNewPassword, setNewPassword, type NewPassword, type NewPasswordPorts } from './new-password';

/** How long the link opens. */
const LINK_LIFETIME_MS = 7 * DAY;

const PURPOSE = 'first-password';

export type CreatePorts = AccountPorts &
  NewPasswordPorts & { accounts: AccountStore; hash: CodeHash; settings: LinkSettings };

type AddPorts = Pick<AccountPorts, 'accounts' | 'clock'>;

/**
 * Adds an account with the role `user`, and mails the link by which its user sets the first password: used once, good
 * for 7 days. Until then nobody knows its password.
 */
export async function createAccount(
  ports: CreatePorts,
  administrator: Requester,
  input: AccountDetails & { userId: string },
  origin: RequestOrigin,
): Promise<Result<User, AddRefusal | 'no-mail-address'>> {
  if (input.mailAddresses.length === 0) return refuse('no-mail-address');
  const account: NewUser = {
    ...input,
    domain: domainOf(administrator),
    roles: ['user'],
    password: crypto.randomUUID() + crypto.randomUUID(),
  };
  const named = nameAccount(account);
  if (!named.ok) return named;
  const invitation = await writeInvitation(ports, administrator, named.value, origin);
  return add(ports, administrator, named.value, invitation, origin);
}

type AddRefusal = 'user-exists' | 'user-id-invalid' | 'name-invalid' | 'not-permitted';

/**
 * Adds an account with a password that somebody chose by the rules.
 * @param account.userId as typed, and so is `displayName`
 */
export async function addAccount(
  ports: AddPorts,
  administrator: Administrator,
  account: NewUser,
  origin: RequestOrigin,
): Promise<Result<User, AddRefusal>> {
  const named = nameAccount(account);
  return named.ok ? add(ports, administrator, named.value, null, origin) : named;
}

/** The account with its user ID and name as they are kept. */
function nameAccount(account: NewUser): Result<NewUser, 'user-id-invalid' | 'name-invalid'> {
  const userId = parseNewUserId(account.userId);
  if (userId === null) return refuse('user-id-invalid');
  const displayName = parseDisplayName(account.displayName);
  return displayName === null ? refuse('name-invalid') : accept({ ...account, userId, displayName });
}

/** The account, what is recorded of it, and its invitation, in one transaction: a process that dies leaves no half of it. */
async function add(
  { accounts, clock }: AddPorts,
  administrator: Administrator,
  account: NewUser,
  invitation: Invitation | null,
  origin: RequestOrigin,
): Promise<Result<User, AddRefusal>> {
  const { userId, domain } = account;
  const user = { userId, domain };
  const created = {
    type: 'account-created',
    ...auditContext(administratorActor(administrator), user, origin),
  } as const;
  const { events = [], messages = [] } = invitation?.sideEffects ?? {};
  const by = administrator && 'user' in administrator ? administrator.user : null;
  const change = { user, by, at: clock.now(), sideEffects: { events: [created, ...events], messages } };
  const result = await accounts.add(change, account, invitation?.secret ?? null);
  if (!result.ok) return result;
  const existing = await accounts.find(user);
  if (!existing) throw new TypeError('an account that was added is not there');
  return accept(existing.user);
}

type LinkRefusal = 'not-found' | 'own-account' | 'not-invited' | 'no-mail-address';

/** Mails the link again, which ends the earlier one: only while the user has set no password. */
export async function sendLinkAgain(
  ports: CreatePorts,
  administrator: Requester,
  target: NamedUser,
  origin: RequestOrigin,
): Promise<Result<null, LinkRefusal>> {
  const account = await ports.accounts.find(inDomainOf(administrator, target));
  const recordRefusal = async (reason: LinkRefusal) => {
    const context = auditContext(requesterActor(administrator), account?.user ?? null, origin);
    await ports.audit.append({ type: 'account-change-refused', change: 'send-link', reason, ...context });
    return refuse(reason);
  };
  if (!account) return recordRefusal('not-found');
  if (isSelf(administrator, account.user.userId)) return recordRefusal('own-account');
  if (!account.isInvited || account.disabledAt) return recordRefusal('not-invited');
  if (account.user.mailAddresses.length === 0) return recordRefusal('no-mail-address');
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
  input: { token: string; passwords: NewPassword },
  origin: RequestOrigin,
): Promise<Result<User, FirstPasswordRefusal>> {
  if (await ports.rateLimiter.take(perNetwork('mailed-secret', origin))) return refuse('too-many-attempts');
  const token = parseLinkToken(input.token);
  if (!token) return refuse('unknown-link');
  const secretHash = await linkHash(ports, token);
  const named = await ports.secrets.findByHash(PURPOSE, secretHash);
  if (!named) return refuse('unknown-link');
  if (ports.clock.now() >= named.expiresAt) return refuse('expired-link');
  const epoch = await ports.sessions.epochOf(named);
  const user = await ports.users.find(named.userId, named.domain);
  if (user?.bar !== null || (await ports.freezes.isFrozen(user))) return refuse('unknown-link');
  const allowed = await checkNewPassword(ports, input.passwords, user);
  if (!allowed.ok) return allowed;
  const password = input.passwords.new;
  const set = await setNewPassword(ports, user, { way: PURPOSE, secretHash, password, epoch }, origin);
  if (set.ok) return accept(user);
  return refuse(set.refusal === 'secret-used' ? 'unknown-link' : set.refusal);
}

async function sendLink(ports: CreatePorts, by: Requester, user: User, origin: RequestOrigin): Promise<void> {
  const { secret, sideEffects } = await writeInvitation(ports, by, user, origin);
  await ports.secrets.keep(secret, sideEffects, ports.clock.now());
}

/** The link for the first password, with the mail that carries it. */
type Invitation = { secret: MailedSecret; sideEffects: SideEffects };

async function writeInvitation(
  ports: CreatePorts,
  by: Requester,
  user: Pick<NewUser, 'userId' | 'domain' | 'displayName' | 'language' | 'timeZone' | 'mailAddresses'>,
  origin: RequestOrigin,
): Promise<Invitation> {
  const { userId, domain, displayName, language, timeZone = null } = user;
  const [to] = user.mailAddresses;
  if (!to) throw new TypeError('an account without an address is sent nothing');
  const { token, url: passwordLink } = await makeMailLink(ports, '/sign-in/first-password');
  const expiresAt = new Date(ports.clock.now().getTime() + LINK_LIFETIME_MS);
  const content = { kind: 'account-invitation', userId, displayName, passwordLink, validUntil: expiresAt } as const;
  const mail = mailTo(to, { domain, language, timeZone }, content);
  const secretHash = await linkHash(ports, token);
  const event = { type: 'account-invited', ...auditContext(requesterActor(by), user, origin) } as const;
  return {
    secret: { user: { userId, domain }, purpose: PURPOSE, holderHash: '', secretHash, triesLeft: 1, expiresAt },
    sideEffects: { events: [event], messages: [mail] },
  };
}

function linkHash({ hash }: CreatePorts, token: string): Promise<string> {
  return hash(`${PURPOSE}:${token}`);
}
