import { checkPassword, type PasswordRefusal } from '../../accounts/sign-in/password-policy';
import type { PasswordPorts } from '../../accounts/account-ports';
import type { SessionEpoch } from '../../accounts/sessions/session-store';
import type { User } from '../../accounts/users/user';
import { auditContext } from '../../audit/audit-context';
import type { RESET_WAYS } from '../../audit/events/password-reset-events';
import type { WordOf } from '../../audit/properties';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import type { MailedSecretStore } from './mailed-secret';

export type NewPassword = { new: string; again: string };

export type NewPasswordPorts = PasswordPorts & { secrets: MailedSecretStore };

/** Before anything is used up, so that a weak password costs nothing. @param user as far as it is known who they are */
export async function checkNewPassword(
  { passwords }: Pick<NewPasswordPorts, 'passwords'>,
  input: NewPassword,
  user: Pick<User, 'userId' | 'displayName' | 'mailAddresses'>,
): Promise<Result<null, PasswordRefusal | 'passwords-differ'>> {
  const allowed = await checkPassword(passwords, input.new, user);
  if (!allowed.ok) return allowed;
  return input.new === input.again ? accept(null) : refuse('passwords-differ');
}

/**
 * Sets a password for which a mailed secret was the proof. The secret is used up first, so that it sets one password;
 * every session ends, a sign-in under way opens none, and of a forgotten password every address is told.
 * @param epoch from before the secret was checked
 * @returns `secret-used` also if all sessions were ended since, such as by a freeze
 */
export async function setNewPassword(
  ports: NewPasswordPorts,
  user: User,
  {
    way,
    secretHash,
    password,
    epoch,
  }: { way: WordOf<typeof RESET_WAYS>; secretHash: string; password: string; epoch: SessionEpoch },
  origin: RequestOrigin,
): Promise<Result<null, 'secret-used' | 'changed-elsewhere'>> {
  const { changesPasswords } = ports.users;
  if (!changesPasswords) return refuse('changed-elsewhere');
  const isFirst = await ports.secrets.take(user, way, secretHash);
  if (!isFirst || !(await changesPasswords.changePassword(user, password, { epoch, except: null })))
    return refuse('secret-used');
  await ports.audit.append({ type: 'password-reset', way, ...auditContext({ kind: 'anonymous' }, user, origin) });
  return accept(null);
}
