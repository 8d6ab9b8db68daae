import { ownContext } from '../../audit/audit-context';
import { accept, refuse, type Result } from '../../shared/result';
import type { RequestOrigin } from '../../shared/request-origin';
import type { PasswordPorts } from '../account-ports';
import type { SignedIn } from '../sessions/session';
import { checkPassword, type PasswordRefusal } from '../sign-in/password-policy';

/** Passkeys that an account without a password must have, because one may get lost. */
export const PASSKEYS_WITHOUT_PASSWORD = 2;

/**
 * Replaces the password by a random one that is not stored, so that every use of it is answered like a wrong one, and
 * ends the user's other sessions.
 */
export async function turnPasswordOff(
  { users, sessions, audit }: Pick<PasswordPorts, 'users' | 'sessions' | 'audit'>,
  { user, session }: SignedIn,
  origin: RequestOrigin,
): Promise<Result<null, 'changed-elsewhere' | 'too-few-passkeys' | 'signed-out'>> {
  const { changesPasswords } = users;
  if (!changesPasswords) return refuse('changed-elsewhere');
  const epoch = await sessions.epochOf(user);
  const turned = await changesPasswords.turnOff(user, { epoch, except: session.id });
  if (turned === 'other-epoch') return refuse('signed-out');
  if (turned === 'too-few-passkeys') return refuse(turned);
  await audit.append({ type: 'password-turned-off', ...ownContext(user, origin) });
  return accept(null);
}

type NewPasswordErrors = { new?: PasswordRefusal; again?: 'passwords-differ' };

/**
 * Sets a password for an account whose password is off.
 * @param typed.again the new one, entered once more
 * @returns all errors at once
 */
export async function turnPasswordOn(
  { users, sessions, audit, passwords }: Pick<PasswordPorts, 'users' | 'sessions' | 'audit' | 'passwords'>,
  { user, session }: SignedIn,
  input: { new: string; again: string },
  origin: RequestOrigin,
): Promise<
  Result<null, 'changed-elsewhere' | 'password-not-off' | 'signed-out'> | { ok: false; refusal: NewPasswordErrors }
> {
  const { changesPasswords } = users;
  if (!changesPasswords) return refuse('changed-elsewhere');
  const epoch = await sessions.epochOf(user);
  // A user with a password changes it by entering the current one.
  if (!(await changesPasswords.isOff(user))) return refuse('password-not-off');
  const policy = await checkPassword(passwords, input.new, user);
  const areSame = input.new === input.again;
  if (!policy.ok || !areSame) {
    const refusal = {
      ...(!policy.ok && { new: policy.refusal }),
      ...(!areSame && { again: 'passwords-differ' as const }),
    };
    return { ok: false, refusal };
  }
  const ending = { epoch, except: session.id };
  if (!(await changesPasswords.changePassword(user, input.new, ending))) return refuse('signed-out');
  await audit.append({ type: 'password-turned-on', ...ownContext(user, origin) });
  return accept(null);
}
