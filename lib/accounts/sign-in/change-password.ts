import { ownContext } from '../../audit/audit-context';
import { accept, refuse, type Result } from '../../shared/result';
import type { RequestOrigin } from '../../shared/request-origin';
import type { PasswordPorts } from '../access-ports';
import type { PasswordRefused } from './check-password';
import { checkPassword, type PasswordRefusal } from './password-policy';
import type { SignedIn } from '../sessions/session';
import { confirmPassword } from './step-up';

export type ChangePasswordRefusal = PasswordRefusal | PasswordRefused | 'changed-elsewhere';

/** Sets a new password after checking the current one, and ends the user's other sessions. */
export async function changePassword(
  ports: PasswordPorts,
  signedIn: SignedIn,
  passwords: { current: string; new: string },
  origin: RequestOrigin,
): Promise<Result<null, ChangePasswordRefusal>> {
  const { changesPasswords } = ports.users;
  if (!changesPasswords) return refuse('changed-elsewhere');
  const policy = await checkPassword(ports.passwords, passwords.new, signedIn.user);
  if (!policy.ok) return policy;
  const epoch = await ports.sessions.epochOf(signedIn.user);
  const confirmed = await confirmPassword(ports, signedIn, passwords.current, origin);
  if (!confirmed.ok) return refuse(confirmed.refusal);
  const ending = { epoch, except: signedIn.session.id };
  // Another change came first, or all sessions were ended, so the checked password no longer counts.
  if (!(await changesPasswords.changePassword(signedIn.user, passwords.new, ending))) return refuse('wrong-password');
  await ports.audit.append({
    type: 'password-changed',
    ...ownContext(signedIn.user, origin),
  });
  return accept(null);
}
