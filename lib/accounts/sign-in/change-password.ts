import { ownContext } from '../../audit/audit-context';
import { accept, refuse, type Result } from '../../shared/result';
import type { RequestOrigin } from '../../shared/request-origin';
import type { PasswordPorts } from '../account-ports';
import type { PasswordRefused } from './check-password';
import { checkPassword, type PasswordRefusal } from './password-policy';
import type { SignedIn } from '../sessions/session';
import { confirmPassword } from './confirm-password';

/** Errors of the fields, at least one. */
type ChangePasswordErrors = { current?: 'wrong-password'; new?: PasswordRefusal; again?: 'passwords-differ' };

type ChangedPassword =
  | Result<null, Exclude<PasswordRefused, 'wrong-password'> | 'changed-elsewhere'>
  | { ok: false; refusal: ChangePasswordErrors };

/**
 * Sets a new password after checking the current one, and ends the user's other sessions.
 * @param passwords.again the new one, entered once more
 * @returns all errors at once
 */
export async function changePassword(
  ports: PasswordPorts,
  signedIn: SignedIn,
  passwords: { current: string; new: string; again: string },
  origin: RequestOrigin,
): Promise<ChangedPassword> {
  const { changesPasswords } = ports.users;
  if (!changesPasswords) return refuse('changed-elsewhere');
  const policy = await checkPassword(ports.passwords, passwords.new, signedIn.user);
  const epoch = await ports.sessions.epochOf(signedIn.user);
  const confirmed = await confirmPassword(ports, signedIn, passwords.current, origin);
  if (!confirmed.ok && confirmed.refusal !== 'wrong-password') return refuse(confirmed.refusal);
  const areSame = passwords.new === passwords.again;
  if (!policy.ok || !confirmed.ok || !areSame) {
    const refusal: ChangePasswordErrors = {
      ...(!confirmed.ok && { current: 'wrong-password' }),
      ...(!policy.ok && { new: policy.refusal }),
      ...(!areSame && { again: 'passwords-differ' }),
    };
    return { ok: false, refusal };
  }
  const ending = { epoch, except: signedIn.session.id };
  // Another change came first, or all sessions were ended, so the checked password no longer counts.
  if (!(await changesPasswords.changePassword(signedIn.user, passwords.new, ending))) {
    return { ok: false, refusal: { current: 'wrong-password' } };
  }
  await ports.audit.append({ type: 'password-changed', ...ownContext(signedIn.user, origin) });
  return accept(null);
}
