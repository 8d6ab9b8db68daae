import type { UserKey } from '../../shared/identifiers/user-key';
import {
  type AuthenticatorDirectory,
  type OneTimePasswordVerdict,
  type ActivationLimits,
  type AuthenticatorInstance,
  EVERYTHING,
} from '../../devices/authenticator-directory';
import type { EmbeddedGateway, InstanceSummary } from './engine/embedded-gateway';
import { accept, refuse, type Result } from '../../shared/result';
import { ask } from './ask';

export class EmbeddedAuthenticatorDirectory implements AuthenticatorDirectory {
  readonly capabilities = EVERYTHING;
  readonly #gateway: EmbeddedGateway;

  constructor(gateway: EmbeddedGateway) {
    this.#gateway = gateway;
  }

  async list(owner: UserKey): Promise<AuthenticatorInstance[]> {
    return (await ask(() => this.#gateway.listInstances(owner))).map(toInstance);
  }

  async limits(owner: UserKey): Promise<ActivationLimits> {
    return ask(() => this.#gateway.limits(owner));
  }

  async findOwner(serialNumber: string): Promise<UserKey | null> {
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

function toInstance({ description, keeping, ...instance }: InstanceSummary): AuthenticatorInstance {
  return { ...instance, name: description || instance.instanceId, ...(keeping && { keeping }) };
}

function toResult(isFound: boolean): Result<null, 'not-found'> {
  return isFound ? accept(null) : refuse('not-found');
}
