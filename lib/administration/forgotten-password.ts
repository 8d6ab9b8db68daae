import { perNetwork, perPerson } from '../accounts/sign-in/limits';
import { shortUserId, type User } from '../accounts/users/user';
import type { DeviceProofRefusal, VouchingDevices } from '../accounts/proofs/vouching-devices';
import { auditContext } from '../audit/audit-context';
import type { RESET_REFUSALS } from '../audit/facts/account-life-facts';
import { mailsTo } from '../messaging/new-message';
import type { BrowserSecret, Sha256 } from '../shared/identifiers/phone-sign-in-id';
import type { RequestOrigin } from '../shared/request-origin';
import { refuse, type Result } from '../shared/result';
import { MINUTE } from '../shared/time/duration';
import { CODE_TRIES, newCode, typedCodeHash } from './mailed-secret';
import { setNewPassword, type NewPassword, type NewPasswordPorts, type NewPasswordRefusal } from './new-password';

/** Short, because a mailbox may be open elsewhere (NIST SP 800-63B-4 §3.1.3.1 allows 24 hours by mail). */
const CODE_LIFETIME_MS = 15 * MINUTE;

const PURPOSE = 'forgotten-password';

export type ForgottenPorts = NewPasswordPorts & { devices: VouchingDevices; sha256: Sha256 };

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
 * Mails the code to every address of the user; nothing to whom there is none, who is barred, or who has turned the
 * password off.
 * @param holder of the browser that asked, the only one in which the code is good
 */
export async function sendForgottenCode(
  ports: ForgottenPorts,
  typedUserId: string,
  holder: BrowserSecret,
  origin: RequestOrigin,
): Promise<void> {
  const user = await ports.users.find(shortUserId(typedUserId), ports.settings.domain);
  if (!user || user.bar !== null || user.mailAddresses.length === 0) return;
  if ((await ports.users.changesPasswords?.isOff(user)) !== false) return;
  const { userId, domain, displayName } = user;
  const { code, secretHash } = await newCode(PURPOSE, holder, ports);
  const expiresAt = new Date(ports.clock.now().getTime() + CODE_LIFETIME_MS);
  const content = { kind: 'password-code', userId, displayName, code, validUntil: expiresAt } as const;
  await ports.secrets.keep(
    { user: { userId, domain }, purpose: PURPOSE, secretHash, triesLeft: CODE_TRIES, expiresAt },
    {
      events: [{ type: 'password-code-sent', ...auditContext({ kind: 'anonymous' }, user, origin) }],
      messages: mailsTo(user, content, null, expiresAt),
    },
  );
}

/** `mailed-code-wrong` also for a code that is used up, or of nobody. */
export type ForgottenRefusal = NewPasswordRefusal | DeviceProofRefusal | 'mailed-code-wrong' | 'device-proof-required';

/**
 * Sets a new password with the mailed code. Who has a device proves that as well, or whoever reads the mail could sign in
 * (OWASP ASVS 5.0 6.4.4); who has lost it asks the helpdesk for an invitation first, and takes the new device's password.
 * @param holder null if the browser has asked for none
 */
export async function resetPassword(
  ports: ForgottenPorts,
  typed: { userId: string; code: string; oneTimePassword: string; passwords: NewPassword },
  holder: BrowserSecret | null,
  origin: RequestOrigin,
): Promise<Result<null, ForgottenRefusal>> {
  if (await ports.rateLimiter.take(perNetwork('mailed-secret', origin))) return refuse('too-many-attempts');
  const claimed = { userId: shortUserId(typed.userId), domain: ports.settings.domain };
  const epoch = await ports.sessions.epochOf(claimed);
  const user = await ports.users.find(claimed.userId, claimed.domain);
  const refused = async (reason: (typeof RESET_REFUSALS)[number], about: User | null = user) =>
    ports.audit.append({
      type: 'password-reset-refused',
      reason,
      ...auditContext({ kind: 'anonymous' }, about, origin),
    });
  const secretHash = holder && (await typedCodeHash(PURPOSE, holder, typed.code, ports.sha256));
  const tried = secretHash ? await ports.secrets.try(claimed, PURPOSE, secretHash, ports.clock.now()) : 'wrong';
  if (user?.bar !== null || secretHash === null || tried !== 'right') {
    await refused('wrong-code');
    return refuse('mailed-code-wrong');
  }
  if (await ports.devices.hasAny(user)) {
    if (typed.oneTimePassword.trim() === '') {
      await refused('second-proof-missing');
      return refuse('device-proof-required');
    }
    const proved = await ports.devices.verifyOneTimePassword(user, typed.oneTimePassword, origin);
    if (!proved.ok) {
      await refused(proved.refusal === 'too-many-attempts' ? 'too-many-attempts' : 'one-time-password-wrong');
      return proved;
    }
  }
  return setNewPassword(ports, user, { way: PURPOSE, secretHash, passwords: typed.passwords, epoch }, origin);
}
