import { checkPassword, type PasswordRefusal } from '../accounts/sign-in/password-policy';
import type { PasswordPorts } from '../accounts/access-ports';
import type { SessionEpoch } from '../accounts/sessions/session-store';
import type { User } from '../accounts/users/user';
import { auditContext } from '../audit/audit-context';
import type { RESET_WAYS } from '../audit/facts/account-life-facts';
import type { RequestOrigin } from '../shared/request-origin';
import { accept, refuse, type Result } from '../shared/result';
import type { MailedSecretStore } from './mailed-secret';

export type NewPassword = { new: string; again: string };

export type NewPasswordRefusal = PasswordRefusal | 'passwords-differ' | 'changed-elsewhere' | 'secret-used';

export type NewPasswordPorts = PasswordPorts & { secrets: MailedSecretStore };

/**
 * Sets a password for which a mailed secret was the proof. The secret is used up first, so that it sets one password;
 * every session ends, and of a forgotten password every known address is told.
 * @param epoch from before the secret was checked
 */
export async function setNewPassword(
  ports: NewPasswordPorts,
  user: User,
  {
    way,
    secretHash,
    passwords,
    epoch,
  }: {
    way: (typeof RESET_WAYS)[number];
    secretHash: string;
    passwords: NewPassword;
    epoch: SessionEpoch;
  },
  origin: RequestOrigin,
): Promise<Result<null, NewPasswordRefusal>> {
  const { changesPasswords } = ports.users;
  if (!changesPasswords) return refuse('changed-elsewhere');
  const allowed = await checkPassword(ports.passwords, passwords.new, user);
  if (!allowed.ok) return allowed;
  if (passwords.new !== passwords.again) return refuse('passwords-differ');
  const isFirst = await ports.secrets.take(user, way, secretHash);
  if (!isFirst || !(await changesPasswords.changePassword(user, passwords.new, { epoch, except: null })))
    return refuse('secret-used');
  await ports.secrets.record({
    events: [{ type: 'password-reset', way, ...auditContext({ kind: 'anonymous' }, user, origin) }],
    messages: [],
  });
  return accept(null);
}
