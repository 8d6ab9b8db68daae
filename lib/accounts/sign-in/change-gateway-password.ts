import type { RequestOrigin } from '../../shared/request-origin';
import { refuse, type Result } from '../../shared/result';
import type { GatewayPasswordPorts } from '../account-ports';
import type { SignedIn } from '../sessions/session';
import { changeAtGateway } from './change-at-gateway';
import { MAXIMUM_PASSWORD_LENGTH } from './password-policy';

/** Errors of the fields, at least one. */
type ChangeErrors = {
  current?: 'wrong-password';
  new?: 'password-rejected' | 'password-too-long';
  again?: 'passwords-differ';
};

/**
 * Has the authentication server change the user's password, and ends their other sessions. The server compares the current
 * password and judges the new one by its own rules.
 * @param passwords.again the new one, entered once more
 * @throws GatewayError when the gateway fails; see `changeAtGateway`
 */
export async function changeGatewayPassword(
  ports: GatewayPasswordPorts,
  signedIn: SignedIn,
  passwords: { current: string; new: string; again: string },
  origin: RequestOrigin,
): Promise<Result<null, 'too-many-attempts' | 'changed-elsewhere'> | { ok: false; refusal: ChangeErrors }> {
  const { gatewayPasswords } = ports;
  if (!gatewayPasswords) return refuse('changed-elsewhere');
  if (passwords.new !== passwords.again) return { ok: false, refusal: { again: 'passwords-differ' } };
  if (Array.from(passwords.new).length > MAXIMUM_PASSWORD_LENGTH)
    return { ok: false, refusal: { new: 'password-too-long' } };
  const perform = () => gatewayPasswords.change(signedIn.user, passwords);
  const changed = await changeAtGateway(ports, signedIn, perform, 'password-changed', origin);
  if (changed.ok) return changed;
  if (changed.refusal === 'wrong') return { ok: false, refusal: { current: 'wrong-password' } };
  return changed.refusal === 'rejected'
    ? { ok: false, refusal: { new: 'password-rejected' } }
    : refuse(changed.refusal);
}
