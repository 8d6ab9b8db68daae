import type { RequestOrigin } from '../../shared/request-origin';
import { refuse, type Result } from '../../shared/result';
import type { PasswordSyncPorts } from '../account-ports';
import type { SignedIn } from '../sessions/session';
import { changeAtGateway } from './change-at-gateway';

/**
 * Has the authentication server learn a password that was changed in the directory behind it, with a one-time password, and
 * ends the user's other sessions: they were opened with the old one.
 * @param input.password the one that the directory has now
 * @throws GatewayError when the gateway fails; see `changeAtGateway`
 */
export async function synchronisePassword(
  ports: PasswordSyncPorts,
  signedIn: SignedIn,
  input: { password: string; oneTimePassword: string },
  origin: RequestOrigin,
): Promise<Result<null, 'too-many-attempts' | 'not-offered' | 'password-or-code-wrong'>> {
  const { passwordSync } = ports;
  if (!passwordSync) return refuse('not-offered');
  const typed = { password: input.password, oneTimePassword: input.oneTimePassword.replaceAll(/\s/g, '') };
  const perform = () => passwordSync.learn(signedIn.user, typed);
  const learned = await changeAtGateway(ports, signedIn, perform, 'password-changed', origin);
  if (learned.ok) return learned;
  return refuse(learned.refusal === 'too-many-attempts' ? learned.refusal : 'password-or-code-wrong');
}
