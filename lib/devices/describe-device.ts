import { perObject } from '../accounts/sign-in/limits';
import type { UserDirectory } from '../accounts/users/user-directory';
import type { UserKey } from '../shared/identifiers/user-key';
import { accept, refuse, type Result } from '../shared/result';
import type { AuthenticatorPorts } from './authenticator-ports';
import { findOwnAuthenticator } from './find-own-authenticator';

/** @property trustedFrom end of its probation; null once it is trusted */
export type DescribedDevice = { organisation: string; person: string; device: string; trustedFrom: Date | null };

type Ports = Pick<AuthenticatorPorts, 'directory' | 'rateLimiter'> & {
  users: Pick<UserDirectory, 'find'>;
  settings: { organisationName: () => string };
};

/**
 * What a device is told about itself, as the website names it now.
 * @param device has proved its key; its budget is its own, so nobody else can use it up
 */
export async function describeDevice(
  { directory, rateLimiter, users, settings }: Ports,
  device: UserKey & { instanceId: string },
): Promise<Result<DescribedDevice, 'not-found' | 'paused'>> {
  if (await rateLimiter.take([perObject('device-question', device.instanceId)])) return refuse('paused');
  const [user, authenticatorInstance] = await Promise.all([
    users.find(device.userId, device.domain),
    findOwnAuthenticator(directory, device, device.instanceId),
  ]);
  if (!user || !authenticatorInstance) return refuse('not-found');
  const { name, trustedFrom = null } = authenticatorInstance;
  return accept({ organisation: settings.organisationName(), person: user.displayName, device: name, trustedFrom });
}
