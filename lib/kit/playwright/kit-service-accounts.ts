import { apiClient, type ApiClient } from '../api/client';
import type { ServiceScope } from '../../helpdesk/service-accounts/service-scope';
import type { Site } from '../server/site';
import { inStep } from './in-step';

export type ServiceAccountOptions = {
  /** What it may do, as the addresses of `/api/docs` name it. */
  scopes: readonly ServiceScope[];
  /** By which staff and records know it. */
  name?: string;
  requestsPerMinute?: number;
  /** Where people come back to from its activation links, with what they read on the way back. */
  returnAddresses?: readonly { url: string; name: string }[];
};

/** A system beside the site, with the key of its service account. @property call a client of the site's API */
export type System = { name: string; key: string; call: ApiClient };

/** Systems that call the site's API. */
export class KitServiceAccounts {
  readonly #site: Site;
  readonly #givenKey: string | null;

  /** @param givenKey of a service account, for a site that runs already; null for none */
  constructor(site: Site, givenKey: string | null = null) {
    this.#site = site;
    this.#givenKey = givenKey;
  }

  /**
   * A new service account with a key. Where the site runs already, whoever the given key belongs to.
   * @throws Error without a key there, or when its scopes are others
   */
  async make({
    scopes,
    name = newName(),
    requestsPerMinute = 6_000,
    returnAddresses = [],
  }: ServiceAccountOptions): Promise<System> {
    if (this.#site.isOwn) {
      const question = { kind: 'add-service-account', name, scopes, requestsPerMinute, returnAddresses } as const;
      const { key } = await inStep(`serviceAccounts: make ${name}`, () =>
        this.#site.ask<'add-service-account'>('serviceAccounts.make', question),
      );
      return { name, key, call: apiClient({ url: this.#site.url, key }) };
    }
    return this.#given(scopes);
  }

  async #given(scopes: readonly ServiceScope[]): Promise<System> {
    const { url } = this.#site;
    const key = this.#givenKey;
    if (key === null)
      throw new Error(
        `serviceAccounts.make needs the key of a service account of ${url} in TESSERA_TEST_API_KEY, or a server of the kit's own: run without TESSERA_TEST_URL`,
      );
    const call = apiClient({ url, key });
    const { body } = await call('GET', '/service-account', {});
    const missing = scopes.filter((scope) => !body.scopes.includes(scope));
    if (missing.length > 0) throw new Error(`the key in TESSERA_TEST_API_KEY lacks ${missing.join(', ')}`);
    return { name: body.name, key, call };
  }
}

function newName(): string {
  return `System ${crypto.randomUUID().slice(0, 8)}`;
}
