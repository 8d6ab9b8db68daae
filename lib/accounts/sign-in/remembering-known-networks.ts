import type { UserKey } from '../../shared/identifiers/user-key';
import type { Clock } from '../../shared/time/clock';
import { SECOND } from '../../shared/time/duration';
import type { KnownNetworks, KnownNetworkStore } from './known-networks';

/** How long a process believes what it was told: another replica may have signed the person in since. */
const BELIEVED_FOR_MS = 10 * SECOND;

const MAXIMUM_REMEMBERED = 10_000;

/**
 * Remembers which networks are not known, so that a flood of guesses from one of them costs no database; for what is
 * recalled those that are known as well, or the time that a refusal takes would tell them apart.
 */
export class RememberingKnownNetworks implements KnownNetworks {
  readonly #store: KnownNetworkStore;
  readonly #clock: Clock;
  readonly #remembered = new Map<string, { isKnown: boolean; until: number }>();

  constructor(store: KnownNetworkStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  recall(person: UserKey, network: string): boolean | null {
    const remembered = this.#remembered.get(keyOf(person, network));
    return remembered && this.#clock.now().getTime() < remembered.until ? remembered.isKnown : null;
  }

  async has(person: UserKey, network: string, since: Date): Promise<boolean> {
    if (this.recall(person, network) === false) return false;
    const isKnown = await this.#store.has(person, network, since);
    if (this.#remembered.size >= MAXIMUM_REMEMBERED) this.#remembered.clear();
    const until = this.#clock.now().getTime() + BELIEVED_FOR_MS;
    this.#remembered.set(keyOf(person, network), { isKnown, until });
    return isKnown;
  }

  async remember(person: UserKey, network: string, at: Date): Promise<void> {
    await this.#store.remember(person, network, at);
    this.#remembered.delete(keyOf(person, network));
  }

  async purge(before: Date): Promise<void> {
    await this.#store.purge(before);
  }
}

function keyOf({ userId, domain }: UserKey, network: string): string {
  return JSON.stringify([userId, domain, network]);
}
