import type { UserKey } from '../shared/identifiers/user-key';
import type { AuthenticatorDirectory, AuthenticatorInstance } from './authenticator-directory';

/** Null for another user's instance, as for one that does not exist. */
export async function findOwnAuthenticator(
  directory: AuthenticatorDirectory,
  owner: UserKey,
  instanceId: string,
): Promise<AuthenticatorInstance | null> {
  const instances = await directory.list(owner);
  return instances.find((instance) => instance.instanceId === instanceId) ?? null;
}
