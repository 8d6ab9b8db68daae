import { accept, type Result } from '../shared/result';
import { delegateDirectory, type AuthenticatorDirectory, type AuthenticatorInstance } from './authenticator-directory';

/** PORT: stores device names, for gateways that keep none. */
export interface DeviceNames {
  /** @returns names by instance ID; devices without a name are left out */
  find(instanceIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Overwrites. @param name 1 to 64 characters */
  keep(instanceId: string, name: string): Promise<void>;
  /**
   * Of a device that is gone, also what it was held for: where its licence becomes somebody else's, a device of theirs may have
   * the same identifier. Idempotent.
   */
  forget(instanceId: string): Promise<void>;
}

/** Adds stored names to the directory of a gateway that keeps none. */
export function nameKeepingDirectory(directory: AuthenticatorDirectory, names: DeviceNames): AuthenticatorDirectory {
  const named = async (instances: AuthenticatorInstance[]) =>
    withNames(instances, await names.find(instances.map(({ instanceId }) => instanceId)));
  return delegateDirectory(directory, {
    capabilities: { ...directory.capabilities, rename: true },
    list: async (owner) => named(await directory.list(owner)),
    async holdings(owner) {
      const held = await directory.holdings(owner);
      const { instances, others, expired } = held;
      const nameById = await names.find([...instances, ...others, ...expired].map(({ instanceId }) => instanceId));
      return {
        ...held,
        instances: withNames(instances, nameById),
        others: withNames(others, nameById),
        expired: withNames(expired, nameById),
      };
    },
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

function withNames<Device extends { instanceId: string; name: string }>(
  devices: readonly Device[],
  names: ReadonlyMap<string, string>,
): Device[] {
  return devices.map((device) => ({ ...device, name: names.get(device.instanceId) ?? device.name }));
}
