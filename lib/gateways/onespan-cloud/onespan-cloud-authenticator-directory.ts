import type { UserKey } from '../../shared/identifiers/user-key';
import {
  phonesHeld,
  type AuthenticatorDirectory,
  type AuthenticatorInstance,
  type DirectoryCapabilities,
  type Holdings,
} from '../../devices/authenticator-directory';
import { parseInstanceId } from '../../shared/identifiers/instance-id';
import { refuse, type Result, accept } from '../../shared/result';
import type { CloudClient } from './cloud-client';
import { z } from 'zod';
import { isNotFound, unforeseen } from './cloud-failure';

const userSchema = z.object({ authenticators: z.array(z.string().max(64)).max(1_000).default([]) });

const anything = z.unknown().transform(() => accept(null));

/**
 * The devices of OneSpan Cloud Authentication, which returns only their serial numbers (OneSpan §5.1). A device whose
 * activation is unfinished is listed as well, because it cannot be told from the others.
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

  /** The highest sequence number is the newest (OneSpan §7.5). */
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

  holdings(owner: UserKey): Promise<Holdings> {
    return phonesHeld(this, owner);
  }

  async remove(instanceId: string): Promise<Result<null, 'not-found'>> {
    // Removing a licence would remove all of its devices.
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
  throw new TypeError('no public documentation of the cloud describes this call');
}

/**
 * `DELETE authenticators/{serialNumber}`, documented for licences and for device instances (the vendor's integration
 * guide, "Authenticator Management Tasks"). Its reply is undocumented, so it is not read.
 */
async function deleteAuthenticator(client: CloudClient, serialNumber: string): Promise<Result<null, 'not-found'>> {
  const path = `authenticators/${encodeURIComponent(serialNumber)}`;
  const call = { method: 'DELETE', path, name: 'authenticators', isRepeatable: false } as const;
  return client.ask(call, anything, (failure) => {
    if (isNotFound(failure)) return refuse('not-found');
    throw unforeseen(failure);
  });
}

/**
 * `GET users/{user}@{domain}` (OneSpan §5.1). That the serial numbers include device instances besides licences is
 * inferred; a query for a user's authenticators is documented to return both.
 * @returns serial numbers; null when there is no such user
 */
export async function listAuthenticators(client: CloudClient, { userId, domain }: UserKey): Promise<string[] | null> {
  const path = `users/${encodeURIComponent(userId)}@${encodeURIComponent(domain)}`;
  const call = { method: 'GET', path, name: 'users', isRepeatable: true } as const;
  const viewed = await client.ask(call, userSchema, (failure) => {
    if (isNotFound(failure)) return null;
    throw unforeseen(failure);
  });
  return viewed && viewed.authenticators;
}
