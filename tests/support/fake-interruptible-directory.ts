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
    return this.#directory.findOwner(serialNumber);
  }

  async rename(instanceId: string, name: string): Promise<Result<null, 'not-found'>> {
    return this.#reach().rename(instanceId, name);
  }

  async lock(instanceId: string): Promise<Result<null, 'not-found'>> {
    return this.#reach().lock(instanceId);
  }

  async unlock(instanceId: string): Promise<Result<null, 'not-found'>> {
    return this.#reach().unlock(instanceId);
  }

  async remove(instanceId: string): Promise<Result<null, 'not-found'>> {
    return this.#reach().remove(instanceId);
  }

  async testOneTimePassword(instanceId: string, oneTimePassword: string): Promise<OneTimePasswordVerdict> {
    return this.#reach().testOneTimePassword(instanceId, oneTimePassword);
  }

  #reach(): AuthenticatorDirectory {
    if (!this.isReachable) throw new GatewayError('unreachable');
    return this.#directory;
  }
}
