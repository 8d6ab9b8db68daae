import type { UserKey } from '../../shared/identifiers/user-key';
import { DAY, SECOND } from '../../shared/time/duration';
import { networksOf } from '../../shared/network-address';
import type { Clock } from '../../shared/time/clock';

/** How long a network stays known after the last sign-in from it. */
const KNOWN_FOR_MS = 30 * DAY;

/** A `KnownNetworkStore` with this process's cache in front. */
export interface KnownNetworks extends KnownNetworkStore {
  /** As `has`, from the cache. @returns null if it is not cached */
  recall(person: UserKey, network: string): boolean | null;
}

/**
 * PORT: stores the networks that users signed in from. Guesses from a known network have their own budget, which
 * guesses from elsewhere cannot use up. A known network proves nothing.
 */
export interface KnownNetworkStore {
  /** @param since the oldest sign-in that counts */
  has(person: UserKey, network: string, since: Date): Promise<boolean>;
  remember(person: UserKey, network: string, at: Date): Promise<void>;
  /** Deletes networks whose last sign-in was before `before`. */
  purge(before: Date): Promise<void>;
}

/** The network of an address: an IPv4 address itself, or the /64 of an IPv6 one. Null for no address. */
export function networkOf(address: string | null): string | null {
  const [narrowest] = networksOf(address);
  return address === null || !narrowest || narrowest.name === 'unknown' ? null : narrowest.name;
}

/** Sign-ins before this no longer count. */
export function knownSince(now: Date): Date {
  return new Date(now.getTime() - KNOWN_FOR_MS);
}

/** Identifies a browser that an account has signed in with; see `KnownBrowsers`. Proves nothing. */
export type KnownBrowserId = string & { readonly brand: 'KnownBrowserId' };

/** How long a process caches an answer: another replica may have signed the user in since. */
const BELIEVED_FOR_MS = 10 * SECOND;

const MAXIMUM_REMEMBERED = 10_000;

/**
 * Caches unknown networks, so that a flood of guesses from one costs no queries. `recall` also uses cached known ones,
 * or the time that a refusal takes would reveal which networks are known.
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
