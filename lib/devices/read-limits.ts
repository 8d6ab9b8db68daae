import type { UserKey } from '../shared/identifiers/user-key';
import type { AuthenticatorDirectory, ActivationLimits } from './authenticator-directory';

/** Null if the gateway does not report them, or cannot now. @throws GatewayError if it fails */
export async function readLimits(
  directory: Pick<AuthenticatorDirectory, 'capabilities' | 'limits'>,
  owner: UserKey,
): Promise<ActivationLimits | null> {
  return directory.capabilities.limits === true ? directory.limits(owner) : null;
}

/** Whether one more device may be activated; true if the limits are not known. */
export function hasRoomFor(limits: ActivationLimits | null): boolean {
  return !limits || limits.limit === 0 || limits.used < limits.limit;
}
