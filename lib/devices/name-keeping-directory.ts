import type { UserKey } from '../shared/identifiers/user-key';
import { accept, type Result } from '../shared/result';
import {
  delegateDirectory,
  type AuthenticatorDirectory,
  type AuthenticatorInstance,
  type ExpiredDevice,
} from './authenticator-directory';

/** PORT: stores device names, for gateways that keep none. */
export interface DeviceNames {
  /** @returns names by instance ID; devices without a name are left out */
  find(instanceIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Overwrites. @param name 1 to 64 characters */
  keep(instanceId: string, name: string): Promise<void>;
  /** Idempotent. */
  forget(instanceId: string): Promise<void>;
}

/** Adds stored names to the directory of a gateway that keeps none. */
export function nameKeepingDirectory(directory: AuthenticatorDirectory, names: DeviceNames): AuthenticatorDirectory {
  return delegateDirectory(directory, {
    capabilities: { ...directory.capabilities, rename: true },
    async list(owner: UserKey): Promise<AuthenticatorInstance[]> {
      const instances = await directory.list(owner);
      const namesById = await names.find(instances.map(({ instanceId }) => instanceId));
      return instances.map((instance) => named(instance, namesById.get(instance.instanceId)));
    },
    ...(directory.listExpired && {
      async listExpired(owner: UserKey): Promise<ExpiredDevice[]> {
        const expired = (await directory.listExpired?.(owner)) ?? [];
        const namesById = await names.find(expired.map(({ instanceId }) => instanceId));
        return expired.map(({ instanceId, name, expiredAt }) => ({
          instanceId,
          name: namesById.get(instanceId) ?? name,
          expiredAt,
        }));
      },
    }),
    /** Does not check that the device exists: a name without a device is never shown. */
    async rename(instanceId: string, name: string): Promise<Result<null, 'not-found'>> {
      await names.keep(instanceId, name);
      return accept(null);
    },
    async remove(instanceId: string): Promise<Result<null, 'not-found'>> {
      const removed = await directory.remove(instanceId);
      if (removed.ok) await names.forget(instanceId);
      return removed;
    },
  });
}

function named(instance: AuthenticatorInstance, name: string | undefined): AuthenticatorInstance {
  return name === undefined ? instance : { ...instance, name };
}
