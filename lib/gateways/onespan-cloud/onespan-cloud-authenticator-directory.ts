import type { UserKey } from '../../shared/identifiers/user-key';
import type { AuthenticatorDirectory } from '../../devices/authenticator-directory';
import type { AuthenticatorInstance } from '../../devices/authenticator-instance';
import type { DirectoryCapabilities } from '../../devices/directory-capabilities';
import { parseInstanceId } from '../../shared/identifiers/instance-id';
import { refuse, type Result } from '../../shared/result';
import type { CloudClient } from './cloud-client';
import { deleteAuthenticator } from './delete-authenticator';
import { listAuthenticators } from './list-authenticators';

/**
 * The devices that OneSpan Cloud Authentication knows, of which it tells no more than their serial numbers (OneSpan §5.1).
 * A device whose person has not finished is listed as well: it cannot be told from the others.
 */
export class OneSpanCloudAuthenticatorDirectory implements AuthenticatorDirectory {
  readonly capabilities: DirectoryCapabilities = {
    findOwner: 'not-documented',
    rename: 'not-documented',
    lock: 'not-documented',
    unlock: 'not-documented',
    remove: true,
    testOneTimePassword: 'not-documented',
    limits: 'not-documented',
  };
  readonly #client: CloudClient;

  constructor(client: CloudClient) {
    this.#client = client;
  }

  /** The one with the highest sequence number is the newest (OneSpan §7.5). */
  async list(owner: UserKey): Promise<AuthenticatorInstance[]> {
    const authenticators = (await listAuthenticators(this.#client, owner)) ?? [];
    return authenticators
      .flatMap((instanceId) => {
        const instance = parseInstanceId(instanceId);
        return instance ? [{ instanceId, ...instance }] : [];
      })
      .toSorted((left, right) => right.sequenceNumber - left.sequenceNumber)
      .map(({ instanceId, serialNumber }) => ({ instanceId, serialNumber, name: instanceId, state: 'active' }));
  }

  async remove(instanceId: string): Promise<Result<null, 'not-found'>> {
    // A licence is not a device, and all of its devices would go with it.
    return parseInstanceId(instanceId) ? deleteAuthenticator(this.#client, instanceId) : refuse('not-found');
  }

  limits(): Promise<never> {
    return isOff();
  }

  findOwner(): Promise<never> {
    return isOff();
  }

  rename(): Promise<never> {
    return isOff();
  }

  lock(): Promise<never> {
    return isOff();
  }

  unlock(): Promise<never> {
    return isOff();
  }

  testOneTimePassword(): Promise<never> {
    return isOff();
  }
}

async function isOff(): Promise<never> {
  throw new TypeError('how to ask the cloud for that is documented nowhere public');
}
