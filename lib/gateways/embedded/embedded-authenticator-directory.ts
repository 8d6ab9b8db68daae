import type { UserKey } from '../../shared/identifiers/user-key';
import {
  type AuthenticatorDirectory,
  type OneTimePasswordVerdict,
  type ActivationLimits,
  type AuthenticatorInstance,
  type Holdings,
  EVERYTHING,
  phonesHeld,
} from '../../devices/authenticator-directory';
import type { EmbeddedGateway, InstanceSummary } from './engine/embedded-gateway';
import { accept, refuse, type Result } from '../../shared/result';
import { ask } from './ask';

type ListReached = (owner: UserKey) => Promise<readonly { instanceId: string }[]>;

export class EmbeddedAuthenticatorDirectory implements AuthenticatorDirectory {
  readonly capabilities = EVERYTHING;
  readonly #gateway: EmbeddedGateway;
  readonly #listReached: ListReached | null;

  /** @param listReached null where no phones are reached while their app is closed */
  constructor(gateway: EmbeddedGateway, listReached: ListReached | null = null) {
    this.#gateway = gateway;
    this.#listReached = listReached;
  }

  async list(owner: UserKey): Promise<AuthenticatorInstance[]> {
    const instances = await ask(() => this.#gateway.listInstances(owner));
    const reached = instances.length > 0 ? await this.#listReached?.(owner) : undefined;
    const ids = reached && new Set(reached.map(({ instanceId }) => instanceId));
    return instances.map((instance) => toInstance(instance, ids?.has(instance.instanceId)));
  }

  async limits(owner: UserKey): Promise<ActivationLimits> {
    return ask(() => this.#gateway.limits(owner));
  }

  holdings(owner: UserKey): Promise<Holdings> {
    return phonesHeld(this, owner);
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

function toInstance(
  { description, keeping, ...instance }: InstanceSummary,
  isReached: boolean | undefined,
): AuthenticatorInstance {
  const name = description || instance.instanceId;
  return { ...instance, name, ...(keeping && { keeping }), ...(isReached !== undefined && { isReached }) };
}

function toResult(isFound: boolean): Result<null, 'not-found'> {
  return isFound ? accept(null) : refuse('not-found');
}
