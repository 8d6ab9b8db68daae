import type { Agent } from 'node:http';
import type { IdentityProviderConfig } from '../../config/sections/identity-provider-config';
import type { Clock } from '../../shared/time/clock';
import { MINUTE, SECOND } from '../../shared/time/duration';
import { boundedAgent } from './bounded-agent';
import { discoverProvider, type ProviderMetadata } from './discover-provider';

/** A provider that moves its services keeps the old ones for longer. */
const REMEMBERED_MS = 10 * MINUTE;

/** Redirecting to a provider that is down shows an error of the browser, so it must have answered recently. */
export const ANSWERED_LATELY_MS = 10 * SECOND;

/**
 * The minimum pause before refreshing the metadata after an answer that does not fit: long, for answers that never
 * will.
 */
export const REFRESHED_MS = MINUTE;

/** The configured OpenID provider. Its key set is fetched for each answer, so that its keys may change at any time. */
export class OpenIdProvider {
  readonly config: IdentityProviderConfig;
  readonly agent: Agent;
  readonly #clock: Clock;
  #known: { metadata: ProviderMetadata; at: number } | null = null;
  #asking: Promise<ProviderMetadata> | null = null;

  constructor(config: IdentityProviderConfig, clock: Clock) {
    this.config = config;
    this.agent = boundedAgent(config.issuer);
    this.#clock = clock;
  }

  /**
   * The provider's metadata. Concurrent sign-ins share one request.
   * @param maximumAgeMs of the cached metadata
   * @throws ProviderError
   */
  async discover(maximumAgeMs = REMEMBERED_MS): Promise<ProviderMetadata> {
    const age = this.#known && this.#clock.now().getTime() - this.#known.at;
    if (this.#known && age !== null && age >= 0 && age < maximumAgeMs) return this.#known.metadata;
    this.#asking ??= discoverProvider(this.config.issuer).finally(() => {
      this.#asking = null;
    });
    const metadata = await this.#asking;
    this.#known = { metadata, at: this.#clock.now().getTime() };
    return metadata;
  }
}
