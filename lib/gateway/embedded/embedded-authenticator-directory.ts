import type { GatewayUser } from '../../activation/activation-gateway';
import type { AuthenticatorDirectory, OneTimePasswordVerdict } from '../../authenticators/authenticator-directory';
import { EVERYTHING } from '../../authenticators/directory-capabilities';
import type { ActivationLimits, AuthenticatorInstance } from '../../authenticators/authenticator-instance';
import type { EmbeddedGateway, InstanceSummary } from '../../embedded-gateway/embedded-gateway';
import { accept, refuse, type Result } from '../../shared/result';
import { ask } from './ask';

export class EmbeddedAuthenticatorDirectory implements AuthenticatorDirectory {
  readonly capabilities = EVERYTHING;
  readonly #gateway: EmbeddedGateway;

  constructor(gateway: EmbeddedGateway) {
    this.#gateway = gateway;
  }

  async list(owner: GatewayUser): Promise<AuthenticatorInstance[]> {
    return (await ask(() => this.#gateway.listInstances(owner))).map(toInstance);
  }

  async limits(owner: GatewayUser): Promise<ActivationLimits> {
    return ask(() => this.#gateway.limits(owner));
  }

  async findOwner(serialNumber: string): Promise<GatewayUser | null> {
    return ask(() => this.#gateway.findOwner(serialNumber));
  }

  async rename(instanceId: string, name: string): Promise<Result<null, 'not-found'>> {
    return toResult(await ask(() => this.#gateway.rename(instanceId, name)));
  }

  async lock(instanceId: string): Promise<Result<null, 'not-found'>> {
    return toResult(await ask(() => this.#gateway.lock(instanceId)));
  }

  async unlock(instanceId: string): Promise<Result<null, 'not-found'>> {
    return toResult(await ask(() => this.#gateway.unlock(instanceId)));
  }

  async remove(instanceId: string): Promise<Result<null, 'not-found'>> {
    return toResult(await ask(() => this.#gateway.remove(instanceId)));
  }

  async testOneTimePassword(instanceId: string, oneTimePassword: string): Promise<OneTimePasswordVerdict> {
    return ask(() => this.#gateway.testOneTimePassword(instanceId, oneTimePassword));
  }
}

function toInstance({ description, ...instance }: InstanceSummary): AuthenticatorInstance {
  return { ...instance, name: description || instance.instanceId };
}

function toResult(isFound: boolean): Result<null, 'not-found'> {
  return isFound ? accept(null) : refuse('not-found');
}
