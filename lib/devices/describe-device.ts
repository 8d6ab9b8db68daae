import { perObject } from '../accounts/sign-in/limits';
import type { UserDirectory } from '../accounts/users/user-directory';
import type { DeviceDescription } from '../shared/device-description';
import type { UserKey } from '../shared/identifiers/user-key';
import { accept, refuse, type Result } from '../shared/result';
import type { AuthenticatorPorts } from './authenticator-ports';
import { findOwnAuthenticator } from './find-own-authenticator';

type Ports = Pick<AuthenticatorPorts, 'directory' | 'rateLimiter' | 'holds'> & {
  users: Pick<UserDirectory, 'find'>;
  settings: { organisationName: () => string };
};

/**
 * What a device is told about itself, as the website names it now. A locked one is told of a freeze alone, and only where
 * nothing else locks it, which would say that it may be in other hands.
 * @param device has proved its key; its budget is its own, so nobody else can use it up
 */
export async function describeDevice(
  { directory, rateLimiter, holds, users, settings }: Ports,
  device: UserKey & { instanceId: string; isActive: boolean },
): Promise<Result<DeviceDescription, 'not-found' | 'paused'>> {
  if (await rateLimiter.take([perObject('device-question', device.instanceId)])) return refuse('paused');
  if (!device.isActive) {
    const causes = await holds.standing(device.instanceId);
    const isFrozen = causes.length > 0 && causes.every((cause) => cause === 'frozen');
    return isFrozen ? accept({ isFrozen }) : refuse('not-found');
  }
  const [user, authenticatorInstance] = await Promise.all([
    users.find(device.userId, device.domain),
    findOwnAuthenticator(directory, device, device.instanceId),
  ]);
  if (!user || !authenticatorInstance) return refuse('not-found');
  const { name, trustedFrom = null, copyKeptAt } = authenticatorInstance;
  const names = { organisation: settings.organisationName(), person: user.displayName, device: name };
  return accept({ isFrozen: false, ...names, trustedFrom, hasCopy: copyKeptAt !== undefined });
}
