import type { PasskeyPorts } from '../../accounts/account-ports';
import { hasProof } from '../../accounts/proofs/proof';
import { POSSESSION } from '../../accounts/proofs/proof-policy';
import type { DeviceProofRefusal, TypedOneTimePassword, VouchingDevices } from '../../accounts/proofs/vouching-devices';
import type { SignedIn } from '../../accounts/sessions/session';
import { perNetwork } from '../../accounts/sign-in/limits';
import type { PasswordRefusal } from '../../accounts/sign-in/password-policy';
import { isSelf } from '../../accounts/users/principal';
import { shortUserId, type User } from '../../accounts/users/user';
import { auditContext, userActor } from '../../audit/audit-context';
import type { InvitationPorts } from '../invitations/invitation-ports';
import { revokeInvitation } from '../invitations/revoke-invitation';
import type { RESET_REFUSALS } from '../../audit/events/password-reset-events';
import type { WordOf } from '../../audit/properties';
import type { BrowserSecret } from '../../shared/identifiers/phone-sign-in-id';
import type { RequestOrigin } from '../../shared/request-origin';
import { refuse, type Result } from '../../shared/result';
import type { AccountStore } from './account-store';
import type { CodeRequestStore } from './code-request';
import { hasKnownAddresses } from '../../accounts/users/known-addresses';
import { readTypedCode, type CodeHash } from './mailed-secret';
import { checkNewPassword, setNewPassword, type NewPassword, type NewPasswordPorts } from './new-password';

const PURPOSE = 'forgotten-password';

export type ForgottenPorts = NewPasswordPorts &
  PasskeyPorts &
  InvitationPorts & {
    accounts: Pick<AccountStore, 'find'>;
    codeRequests: CodeRequestStore;
    devices: VouchingDevices;
    hash: CodeHash;
  };

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
 * opened this browser's session counts too, for a lost phone, and is used up: it would bind a device as well otherwise.
 * @returns a refusal about proofs only to whoever has the code
 * @throws GatewayError if the gateway fails
 */
export async function resetPassword(
  ports: ForgottenPorts,
  input: { userId: string; code: string; oneTimePassword: TypedOneTimePassword; passwords: NewPassword },
  { holder, visitor }: Browser,
  origin: RequestOrigin,
): Promise<Result<null, ForgottenRefusal>> {
  if (await ports.rateLimiter.take(perNetwork('mailed-secret', origin))) return refuse('too-many-attempts');
  const claimed = { userId: shortUserId(input.userId), domain: ports.settings.domain };
  // Without anything of the account: whether its words make a password guessable would tell what they are.
  const plausible = await checkNewPassword(ports, input.passwords, { ...claimed, displayName: '', mailAddresses: [] });
  if (!plausible.ok) return plausible;
  const epoch = await ports.sessions.epochOf(claimed);
  const user = await ports.users.find(claimed.userId, claimed.domain);
  const code = holder && (await readTypedCode(PURPOSE, holder, input.code, ports.hash));
  const attempt = code ? await ports.secrets.try(claimed, PURPOSE, code, ports.clock.now()) : 'wrong';
  const recordRefusal = (reason: WordOf<typeof RESET_REFUSALS>) => recordRefused(ports, reason, user, origin);
  if (!user || code === null || attempt !== 'right' || !(await mayReset(ports, user))) {
    await recordRefusal('wrong-code');
    return refuse('mailed-code-wrong');
  }
  const allowed = await checkNewPassword(ports, input.passwords, user);
  if (!allowed.ok) return allowed;
  const invitationId = (visitor && isOf(visitor, user) && visitor.session.invitationId) || null;
  if (invitationId === null && !(await hasProved(ports, user, visitor))) {
    if (input.oneTimePassword.typed.trim() === '') {
      await recordRefusal('second-proof-missing');
      return refuse('device-proof-required');
    }
    const result = await ports.devices.verifyOneTimePassword(user, input.oneTimePassword, origin);
    if (!result.ok) {
      await recordRefusal(
        result.refusal === 'too-many-one-time-passwords' ? 'too-many-attempts' : 'one-time-password-wrong',
      );
      return result;
    }
  }
  // First, so that a crash leaves no password that an invitation has set and still an invitation.
  if (invitationId) {
    const invitation = { id: invitationId, domain: user.domain };
    await revokeInvitation(ports, invitation, { why: 'password-reset', actor: userActor(user) }, origin);
  }
  const set = { way: PURPOSE, secretHash: code.secretHash, password: input.passwords.new, epoch } as const;
  return setNewPassword(ports, user, set, origin);
}

/** Whether a code may replace a password: nobody who is barred or frozen, or has turned it off, which a mailbox would turn on. */
export async function mayReset(ports: ForgottenPorts, user: User): Promise<boolean> {
  if (user.bar !== null || (await ports.freezes.isFrozen(user))) return false;
  return (await ports.users.changesPasswords?.isOff(user)) === false;
}

function isOf(visitor: SignedIn, user: User): boolean {
  return isSelf(visitor, user.userId) && visitor.user.domain === user.domain;
}

/** Whether the code is enough, or the browser's session has lately proved what a mailbox does not give. */
async function hasProved(ports: ForgottenPorts, user: User, visitor: SignedIn | null): Promise<boolean> {
  if (visitor && isOf(visitor, user)) {
    const { proofs } = visitor.session;
    if (hasProof(proofs, POSSESSION, ports.settings.stepUpAgeMs, ports.clock.now())) return true;
  }
  const account = await ports.accounts.find(user);
  if (!account || !hasKnownAddresses(account, ports.clock.now())) return false;
  if ((await ports.passkeys.store.list(user)).length > 0) return false;
  return !(await ports.devices.hasAny(user));
}

async function recordRefused(
  { audit }: ForgottenPorts,
  reason: WordOf<typeof RESET_REFUSALS>,
  user: User | null,
  origin: RequestOrigin,
): Promise<void> {
  await audit.append({ type: 'password-reset-refused', reason, ...auditContext({ kind: 'anonymous' }, user, origin) });
}
