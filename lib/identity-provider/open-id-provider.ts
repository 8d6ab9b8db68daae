import type { Agent } from 'node:http';
import type { IdentityProviderConfig } from '../config/sections/identity-provider-config';
import type { Clock } from '../shared/time/clock';
import { MINUTE } from '../shared/time/duration';
import { boundedAgent } from './bounded-agent';
import { discoverProvider, type ProviderMetadata } from './discover-provider';

/** A provider that moves its services keeps the old ones for longer. */
const REMEMBERED_MS = 10 * MINUTE;

/** The configured OpenID provider. Its key set is read anew for each answer, so that its keys may change at any time. */
export class OpenIdProvider {
  readonly config: IdentityProviderConfig;
  readonly agent: Agent;
  readonly #clock: Clock;
  #known: { metadata: ProviderMetadata; until: number } | null = null;
  #asking: Promise<ProviderMetadata> | null = null;

  constructor(config: IdentityProviderConfig, clock: Clock) {
    this.config = config;
    this.agent = boundedAgent(config.issuer);
    this.#clock = clock;
  }

  /** Where its services are. People who sign in at once ask once. @throws ProviderError */
  async discover(): Promise<ProviderMetadata> {
    if (this.#known && this.#clock.now().getTime() < this.#known.until) return this.#known.metadata;
    this.#asking ??= discoverProvider(this.config.issuer).finally(() => {
      this.#asking = null;
    });
    const metadata = await this.#asking;
    this.#known = { metadata, until: this.#clock.now().getTime() + REMEMBERED_MS };
    return metadata;
  }
}
