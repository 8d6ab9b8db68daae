import type { PasskeyPorts } from '../accounts/access-ports';
import { hasProof } from '../accounts/proofs/proof';
import { POSSESSION } from '../accounts/proofs/proof-policy';
import type { DeviceProofRefusal, TypedOneTimePassword, VouchingDevices } from '../accounts/proofs/vouching-devices';
import type { SignedIn } from '../accounts/sessions/session';
import { perNetwork, perPerson } from '../accounts/sign-in/limits';
import type { PasswordRefusal } from '../accounts/sign-in/password-policy';
import { isSelf } from '../accounts/users/principal';
import { shortUserId, type User } from '../accounts/users/user';
import { auditContext } from '../audit/audit-context';
import type { RESET_REFUSALS } from '../audit/facts/account-life-facts';
import { mailsTo } from '../messaging/new-message';
import type { BrowserSecret } from '../shared/identifiers/phone-sign-in-id';
import type { RequestOrigin } from '../shared/request-origin';
import { refuse, type Result } from '../shared/result';
import { MINUTE } from '../shared/time/duration';
import type { AccountStore } from './account-store';
import { hasKnownAddresses } from '../accounts/users/known-addresses';
import { CODE_TRIES, holderHash, newCode, readTypedCode, type CodeHash } from './mailed-secret';
import { checkNewPassword, setNewPassword, type NewPassword, type NewPasswordPorts } from './new-password';

/** Short, because a mailbox may be open elsewhere (NIST SP 800-63B-4 §4.2.1.2 allows 24 hours by mail). */
export const CODE_LIFETIME_MS = 10 * MINUTE;

const PURPOSE = 'forgotten-password';

export type ForgottenPorts = NewPasswordPorts &
  PasskeyPorts & { accounts: Pick<AccountStore, 'find'>; devices: VouchingDevices; hash: CodeHash };

/**
 * Whether a code may be asked for. The answer depends on what was typed and not on whether there is such a user, and so
 * does its time: `sendForgottenCode` runs after it.
 */
export async function mayAskForCode(
  { rateLimiter, settings }: Pick<ForgottenPorts, 'rateLimiter' | 'settings'>,
  typedUserId: string,
  origin: RequestOrigin,
): Promise<boolean> {
  const claimed = { userId: shortUserId(typedUserId), domain: settings.domain };
  const budgets = [...perNetwork(PURPOSE, origin), perPerson(PURPOSE, claimed)];
  return (await rateLimiter.take(budgets)) === null;
}

/**
 * Mails the code to every address of the user; nothing to whom there is none, who is barred or frozen, or who has turned
 * the password off: a mailbox would otherwise turn it on again.
 * @param holder of the browser that asked, the only one in which the code is good
 */
export async function sendForgottenCode(
  ports: ForgottenPorts,
  typedUserId: string,
  holder: BrowserSecret,
  origin: RequestOrigin,
): Promise<void> {
  const user = await ports.users.find(shortUserId(typedUserId), ports.settings.domain);
  if (!user || user.mailAddresses.length === 0 || !(await mayReset(ports, user))) return;
  const { userId, domain, displayName } = user;
  const by = await holderHash(PURPOSE, holder, ports.hash);
  const { code, secretHash } = await newCode(PURPOSE, by, ports);
  const expiresAt = new Date(ports.clock.now().getTime() + CODE_LIFETIME_MS);
  const content = { kind: 'password-code', userId, displayName, code, validUntil: expiresAt } as const;
  await ports.secrets.keep(
    { user: { userId, domain }, purpose: PURPOSE, holderHash: by, secretHash, triesLeft: CODE_TRIES, expiresAt },
    {
      events: [{ type: 'password-code-sent', ...auditContext({ kind: 'anonymous' }, user, origin) }],
      messages: mailsTo(user, content, null, expiresAt),
    },
    ports.clock.now(),
  );
}

/** `mailed-code-wrong` also for a code that is used up, or of nobody. */
export type ForgottenRefusal =
  | PasswordRefusal
  | DeviceProofRefusal
  | 'too-many-attempts'
  | 'passwords-differ'
  | 'changed-elsewhere'
  | 'secret-used'
  | 'mailed-code-wrong'
  | 'device-proof-required';

/** @property visitor whoever is signed in, with a phone, a passkey or an invitation */
export type Browser = { holder: BrowserSecret | null; visitor: SignedIn | null };

/**
 * Sets a new password with the mailed code. Who has a device or a passkey proves that as well, or whoever reads the mail
 * could sign in (OWASP ASVS 5.0 6.4.3); so does everybody whose addresses were changed lately. A helpdesk invitation that
 * was opened in this browser counts too, for a lost phone.
 * @returns a refusal about proofs only to whoever has the code
 * @throws GatewayError if the gateway fails
 */
export async function resetPassword(
  ports: ForgottenPorts,
  typed: { userId: string; code: string; oneTimePassword: TypedOneTimePassword; passwords: NewPassword },
  { holder, visitor }: Browser,
  origin: RequestOrigin,
): Promise<Result<null, ForgottenRefusal>> {
  if (await ports.rateLimiter.take(perNetwork('mailed-secret', origin))) return refuse('too-many-attempts');
  const claimed = { userId: shortUserId(typed.userId), domain: ports.settings.domain };
  // Without anything of the account: whether its words make a password guessable would tell what they are.
  const plausible = await checkNewPassword(ports, typed.passwords, { ...claimed, displayName: '', mailAddresses: [] });
  if (!plausible.ok) return plausible;
  const epoch = await ports.sessions.epochOf(claimed);
  const user = await ports.users.find(claimed.userId, claimed.domain);
  const code = holder && (await readTypedCode(PURPOSE, holder, typed.code, ports.hash));
  const tried = code ? await ports.secrets.try(claimed, PURPOSE, code, ports.clock.now()) : 'wrong';
  const refused = (reason: (typeof RESET_REFUSALS)[number]) => recordRefused(ports, reason, user, origin);
  if (!user || code === null || tried !== 'right' || !(await mayReset(ports, user))) {
    await refused('wrong-code');
    return refuse('mailed-code-wrong');
  }
  const allowed = await checkNewPassword(ports, typed.passwords, user);
  if (!allowed.ok) return allowed;
  if (!(await hasProved(ports, user, visitor))) {
    if (typed.oneTimePassword.typed.trim() === '') {
      await refused('second-proof-missing');
      return refuse('device-proof-required');
    }
    const proved = await ports.devices.verifyOneTimePassword(user, typed.oneTimePassword, origin);
    if (!proved.ok) {
      await refused(proved.refusal === 'too-many-one-time-passwords' ? 'too-many-attempts' : 'one-time-password-wrong');
      return proved;
    }
  }
  const set = { way: PURPOSE, secretHash: code.secretHash, password: typed.passwords.new, epoch } as const;
  return setNewPassword(ports, user, set, origin);
}

async function mayReset(ports: ForgottenPorts, user: User): Promise<boolean> {
  if (user.bar !== null || (await ports.freezes.isFrozen(user))) return false;
  return (await ports.users.changesPasswords?.isOff(user)) === false;
}

/** Whether the code is enough, or the browser's session has lately proved what a mailbox does not give. */
async function hasProved(ports: ForgottenPorts, user: User, visitor: SignedIn | null): Promise<boolean> {
  if (visitor && isSelf(visitor, user.userId) && visitor.user.domain === user.domain) {
    const { proofs, invitationId } = visitor.session;
    if (invitationId !== null) return true;
    if (hasProof(proofs, POSSESSION, ports.settings.stepUpAgeMs, ports.clock.now())) return true;
  }
  const account = await ports.accounts.find(user);
  if (!account || !hasKnownAddresses(account, ports.clock.now())) return false;
  if ((await ports.passkeys.store.list(user)).length > 0) return false;
  return !(await ports.devices.hasAny(user));
}

async function recordRefused(
  { audit }: ForgottenPorts,
  reason: (typeof RESET_REFUSALS)[number],
  user: User | null,
  origin: RequestOrigin,
): Promise<void> {
  await audit.append({ type: 'password-reset-refused', reason, ...auditContext({ kind: 'anonymous' }, user, origin) });
}
