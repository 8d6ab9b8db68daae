import type { RequestOrigin } from '../../shared/request-origin';
import { refuse, type Result } from '../../shared/result';
import type { GatewayPinPorts } from '../account-ports';
import type { SignedIn } from '../sessions/session';
import { changeAtGateway } from './change-at-gateway';

/** Errors of the fields, at least one. */
type PinErrors = { oneTimePassword?: 'pin-or-code-wrong'; new?: 'pin-rejected'; again?: 'pins-differ' };

/**
 * Has the authentication server change the user's server PIN, which always takes a one-time password, and ends their other
 * sessions.
 * @param input.current empty where an administrator has reset the PIN
 * @throws GatewayError when the gateway fails; see `changeAtGateway`
 */
export async function changeGatewayPin(
  ports: GatewayPinPorts,
  signedIn: SignedIn,
  input: { current: string; new: string; again: string; oneTimePassword: string },
  origin: RequestOrigin,
): Promise<Result<null, 'too-many-attempts' | 'not-offered'> | { ok: false; refusal: PinErrors }> {
  const { gatewayPins } = ports;
  if (!gatewayPins) return refuse('not-offered');
  if (input.new !== input.again) return { ok: false, refusal: { again: 'pins-differ' } };
  const current = input.current === '' ? null : input.current;
  const change = { current, new: input.new, oneTimePassword: input.oneTimePassword.replaceAll(/\s/g, '') };
  const perform = () => gatewayPins.change(signedIn.user, change);
  const changed = await changeAtGateway(ports, signedIn, perform, 'server-pin-changed', origin);
  if (changed.ok) return changed;
  if (changed.refusal === 'wrong') return { ok: false, refusal: { oneTimePassword: 'pin-or-code-wrong' } };
  return changed.refusal === 'rejected' ? { ok: false, refusal: { new: 'pin-rejected' } } : refuse(changed.refusal);
}
