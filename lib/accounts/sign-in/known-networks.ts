import type { UserKey } from '../../shared/identifiers/user-key';
import { DAY, SECOND } from '../../shared/time/duration';
import { networksOf } from '../../shared/network-address';
import type { Clock } from '../../shared/time/clock';

/** How long a network stays known after the last sign-in from it. */
const KNOWN_FOR_MS = 30 * DAY;

/** What is known of the networks, and what this process remembers of that. */
export interface KnownNetworks extends KnownNetworkStore {
  /** As `has`, from this process's memory alone. @returns null where it would have to ask */
  recall(person: UserKey, network: string): boolean | null;
}

/**
 * PORT: the networks that people have signed in from. A person's guesses from there are counted by themselves, so that
 * nobody elsewhere can use them up; it is no proof of anything.
 */
export interface KnownNetworkStore {
  /** @param since the oldest sign-in that counts */
  has(person: UserKey, network: string, since: Date): Promise<boolean>;
  remember(person: UserKey, network: string, at: Date): Promise<void>;
  /** Forgets networks whose last sign-in was before `before`. */
  purge(before: Date): Promise<void>;
}

/** The network of an address, as it is remembered: an IPv4 address, or the /64 of an IPv6 one. Null where there is none. */
export function networkOf(address: string | null): string | null {
  const [narrowest] = networksOf(address);
  return address === null || !narrowest || narrowest.name === 'unknown' ? null : narrowest.name;
}

/** What is older is not known any more. */
export function knownSince(now: Date): Date {
  return new Date(now.getTime() - KNOWN_FOR_MS);
}

/** Names a browser that an account has been signed in with before; see `KnownBrowsers`. Proves nothing. */
export type KnownBrowserId = string & { readonly brand: 'KnownBrowserId' };

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
