import type { PasskeyPorts } from '../../accounts/account-ports';
import type { UserDirectory } from '../../accounts/users/user-directory';
import type { Encrypter } from '../../shared/encrypter';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { AuthenticatorPorts } from '../authenticator-ports';
import { findOwnAuthenticator } from '../find-own-authenticator';
import type { CopyStore } from './device-copy';

/** @property isOffered whether the operator allows copies, and browsers offer passkeys to this site */
export type CopyPorts = Pick<AuthenticatorPorts, 'directory' | 'rateLimiter' | 'clock'> & {
  copies: CopyStore;
  users: Pick<UserDirectory, 'find'>;
  passkeys: Pick<PasskeyPorts['passkeys'], 'verifier' | 'relyingParty'>;
  encrypter: Encrypter;
  settings: { isOffered: boolean };
};

/** Whether a device works, and its user may use it. */
export async function isUsable(
  { users, directory }: Pick<CopyPorts, 'users' | 'directory'>,
  owner: UserKey,
  instanceId: string,
): Promise<boolean> {
  const [user, instance] = await Promise.all([
    users.find(owner.userId, owner.domain),
    findOwnAuthenticator(directory, owner, instanceId),
  ]);
  return user?.bar === null && instance?.state === 'active';
}
