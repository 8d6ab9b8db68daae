import type { Clock } from '../shared/clock';
import { SECOND } from '../shared/duration';
import type { KnownNetworks } from './known-networks';
import type { User } from './user';

type Person = Pick<User, 'userId' | 'domain'>;

/** How long a process believes that a network is not known: another replica may have signed the person in since. */
const BELIEVED_FOR_MS = 10 * SECOND;

const MAXIMUM_REMEMBERED = 10_000;

/** Remembers which networks are not known, so that a flood of guesses from one of them costs no database. */
export class RememberingKnownNetworks implements KnownNetworks {
  readonly #store: KnownNetworks;
  readonly #clock: Clock;
  readonly #unknownUntil = new Map<string, number>();

  constructor(store: KnownNetworks, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  async has(person: Person, network: string, since: Date): Promise<boolean> {
    const key = keyOf(person, network);
    const now = this.#clock.now().getTime();
    if (now < (this.#unknownUntil.get(key) ?? 0)) return false;
    this.#unknownUntil.delete(key);
    if (await this.#store.has(person, network, since)) return true;
    if (this.#unknownUntil.size >= MAXIMUM_REMEMBERED) this.#unknownUntil.clear();
    this.#unknownUntil.set(key, now + BELIEVED_FOR_MS);
    return false;
  }

  async remember(person: Person, network: string, at: Date): Promise<void> {
    await this.#store.remember(person, network, at);
    this.#unknownUntil.delete(keyOf(person, network));
  }

  async purge(before: Date): Promise<void> {
    await this.#store.purge(before);
  }
}

function keyOf({ userId, domain }: Person, network: string): string {
  return JSON.stringify([userId, domain, network]);
}
