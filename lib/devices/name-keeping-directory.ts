import type { UserKey } from '../shared/identifiers/user-key';
import { accept, type Result } from '../shared/result';
import type {
  AuthenticatorDirectory,
  OneTimePasswordVerdict,
  ActivationLimits,
  AuthenticatorInstance,
  DirectoryCapabilities,
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
export class NameKeepingDirectory implements AuthenticatorDirectory {
  readonly capabilities: DirectoryCapabilities;
  readonly #directory: AuthenticatorDirectory;
  readonly #names: DeviceNames;

  constructor(directory: AuthenticatorDirectory, names: DeviceNames) {
    this.capabilities = { ...directory.capabilities, rename: true };
    this.#directory = directory;
    this.#names = names;
  }

  async list(owner: UserKey): Promise<AuthenticatorInstance[]> {
    const instances = await this.#directory.list(owner);
    const names = await this.#names.find(instances.map(({ instanceId }) => instanceId));
    return instances.map((instance) => named(instance, names.get(instance.instanceId)));
  }

  /** Does not check that the device exists: a name without a device is never shown. */
  async rename(instanceId: string, name: string): Promise<Result<null, 'not-found'>> {
    await this.#names.keep(instanceId, name);
    return accept(null);
  }

  async remove(instanceId: string): Promise<Result<null, 'not-found'>> {
    const removed = await this.#directory.remove(instanceId);
    if (removed.ok) await this.#names.forget(instanceId);
    return removed;
  }

  limits(owner: UserKey): Promise<ActivationLimits> {
    return this.#directory.limits(owner);
  }

  findOwner(serialNumber: string): Promise<UserKey | null> {
    return this.#directory.findOwner(serialNumber);
  }

  lock(instanceId: string): Promise<Result<null, 'not-found'>> {
    return this.#directory.lock(instanceId);
  }

  unlock(instanceId: string): Promise<Result<null, 'not-found'>> {
    return this.#directory.unlock(instanceId);
  }

  testOneTimePassword(instanceId: string, oneTimePassword: string): Promise<OneTimePasswordVerdict> {
    return this.#directory.testOneTimePassword(instanceId, oneTimePassword);
  }
}

function named(instance: AuthenticatorInstance, name: string | undefined): AuthenticatorInstance {
  return name === undefined ? instance : { ...instance, name };
}
