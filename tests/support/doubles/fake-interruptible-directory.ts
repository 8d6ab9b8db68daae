import type { UserKey } from '@/lib/shared/identifiers/user-key';
import { GatewayError } from '@/lib/activation/gateway-error';
import {
  phonesHeld,
  type AuthenticatorDirectory,
  type OneTimePasswordVerdict,
  type ActivationLimits,
  type AuthenticatorInstance,
  type DirectoryCapabilities,
  type Holdings,
} from '@/lib/devices/authenticator-directory';
import type { Result } from '@/lib/shared/result';

/** A directory behind a line that can be cut for whatever changes a device. */
export class InterruptibleDirectory implements AuthenticatorDirectory {
  isReachable = true;
  capabilities: DirectoryCapabilities;
  usableFrom?: NonNullable<AuthenticatorDirectory['usableFrom']>;
  readonly #directory: AuthenticatorDirectory;

  constructor(directory: AuthenticatorDirectory) {
    this.#directory = directory;
    this.capabilities = directory.capabilities;
  }

  async list(owner: UserKey): Promise<AuthenticatorInstance[]> {
    return this.#directory.list(owner);
  }

  async limits(owner: UserKey): Promise<ActivationLimits | null> {
    return this.#directory.limits(owner);
  }

  async holdings(owner: UserKey): Promise<Holdings> {
    return phonesHeld(this, owner);
  }

  async findOwner(serialNumber: string): Promise<UserKey | null> {
    if (this.capabilities.findOwner !== true) throw new TypeError('findOwner is off');
    return this.#directory.findOwner(serialNumber);
  }

  async rename(instanceId: string, name: string): Promise<Result<null, 'not-found'>> {
    return this.#reach('rename').rename(instanceId, name);
  }

  async lock(instanceId: string): Promise<Result<null, 'not-found'>> {
    return this.#reach('lock').lock(instanceId);
  }

  async unlock(instanceId: string): Promise<Result<null, 'held' | 'not-found'>> {
    return this.#reach('unlock').unlock(instanceId);
  }

  async remove(instanceId: string): Promise<Result<null, 'not-found'>> {
    return this.#reach('remove').remove(instanceId);
  }

  async testOneTimePassword(instanceId: string, oneTimePassword: string): Promise<OneTimePasswordVerdict> {
    return this.#reach('testOneTimePassword').testOneTimePassword(instanceId, oneTimePassword);
  }

  #reach(verb: keyof DirectoryCapabilities): AuthenticatorDirectory {
    if (this.capabilities[verb] !== true) throw new TypeError(`${verb} is off`);
    if (!this.isReachable) throw new GatewayError('unreachable', 'not-sent');
    return this.#directory;
  }
}
