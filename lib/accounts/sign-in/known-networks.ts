import type { UserKey } from '../../shared/identifiers/user-key';
import { DAY } from '../../shared/time/duration';
import { networksOf } from '../../shared/network-address';

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
