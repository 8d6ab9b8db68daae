import type { UserKey } from '../shared/identifiers/user-key';
import type { AuthenticatorKind } from './abilities';
import type { AuthenticatorDirectory, AuthenticatorInstance, OtherAuthenticator } from './authenticator-directory';

/** Null for another user's instance, as for one that does not exist. */
export async function findOwnAuthenticator(
  directory: AuthenticatorDirectory,
  owner: UserKey,
  instanceId: string,
): Promise<AuthenticatorInstance | null> {
  const instances = await directory.list(owner);
  return instances.find((instance) => instance.instanceId === instanceId) ?? null;
}

/** One of a person's authenticators: an app on a phone, or another. */
export type HeldAuthenticator = { instanceId: string; name: string } & (
  | { kind: 'phone'; instance: AuthenticatorInstance }
  | { kind: Exclude<AuthenticatorKind, 'phone'>; other: OtherAuthenticator }
);

/** As `findOwnAuthenticator`, of all that a person holds. */
export async function findHeld(
  directory: AuthenticatorDirectory,
  owner: UserKey,
  instanceId: string,
): Promise<HeldAuthenticator | null> {
  const { instances, others } = await directory.holdings(owner);
  const instance = instances.find((one) => one.instanceId === instanceId);
  if (instance) return { instanceId, name: instance.name, kind: 'phone', instance };
  const other = others.find((one) => one.instanceId === instanceId);
  return other ? { instanceId, name: other.name, kind: other.kind, other } : null;
}
