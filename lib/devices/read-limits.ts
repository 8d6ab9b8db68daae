import type { UserKey } from '../shared/identifiers/user-key';
import type { AuthenticatorDirectory, ActivationLimits } from './authenticator-directory';

/** Null when the gateway does not tell. @throws GatewayError when it fails */
export async function readLimits(
  directory: Pick<AuthenticatorDirectory, 'capabilities' | 'limits'>,
  owner: UserKey,
): Promise<ActivationLimits | null> {
  return directory.capabilities.limits === true ? directory.limits(owner) : null;
}

/** Whether one more device may be activated, as far as is known. */
export function hasRoomFor(limits: ActivationLimits | null): boolean {
  return !limits || limits.limit === 0 || limits.used < limits.limit;
}
