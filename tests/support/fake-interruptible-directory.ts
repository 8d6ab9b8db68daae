import type { GatewayUser } from '@/lib/activation/activation-gateway';
import { GatewayError } from '@/lib/activation/gateway-error';
import type { AuthenticatorDirectory, OneTimePasswordVerdict } from '@/lib/authenticators/authenticator-directory';
import type { DirectoryCapabilities } from '@/lib/authenticators/directory-capabilities';
import type { ActivationLimits, AuthenticatorInstance } from '@/lib/authenticators/authenticator-instance';
import type { Result } from '@/lib/shared/result';

/** A directory behind a line that can be cut for whatever changes a device. */
export class InterruptibleDirectory implements AuthenticatorDirectory {
  isReachable = true;
  capabilities: DirectoryCapabilities;
  readonly #directory: AuthenticatorDirectory;

  constructor(directory: AuthenticatorDirectory) {
    this.#directory = directory;
    this.capabilities = directory.capabilities;
  }

  async list(owner: GatewayUser): Promise<AuthenticatorInstance[]> {
    return this.#directory.list(owner);
  }

  async limits(owner: GatewayUser): Promise<ActivationLimits> {
    return this.#directory.limits(owner);
  }

  async findOwner(serialNumber: string): Promise<GatewayUser | null> {
    if (this.capabilities.findOwner !== true) throw new TypeError('findOwner is off');
    return this.#directory.findOwner(serialNumber);
  }

  async rename(instanceId: string, name: string): Promise<Result<null, 'not-found'>> {
    return this.#reach('rename').rename(instanceId, name);
  }

  async lock(instanceId: string): Promise<Result<null, 'not-found'>> {
    return this.#reach('lock').lock(instanceId);
  }

  async unlock(instanceId: string): Promise<Result<null, 'not-found'>> {
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
    if (!this.isReachable) throw new GatewayError('unreachable');
    return this.#directory;
  }
}
