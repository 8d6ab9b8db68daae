import type { Role } from '../../accounts/users/role';
import { normalizeUserId, type User } from '../../accounts/users/user';
import type { FoundUsers, UserDirectory } from '../../accounts/users/user-directory';
import { GatewayError } from '../../activation/gateway-error';
import type { Clock } from '../../shared/time/clock';
import { DAY, SECOND } from '../../shared/time/duration';

/** How long somebody is who they were without asking, in milliseconds. */
const FRESH_MS = 30 * SECOND;

/** How long they are while the gateway fails: no session is longer. */
const KEPT_MS = DAY;

/** People in memory, about a kilobyte each. */
const MAXIMUM_PEOPLE = 10_000;

type Remembered = { user: User; at: number };

/**
 * Every request of somebody who is signed in asks who they are. This asks the gateway less often, and lets people who are
 * signed in go on while it cannot be reached; who is not known yet has to wait for it.
 */
export class RememberingUserDirectory implements UserDirectory {
  readonly addsUsers = null;
  readonly changesPasswords = null;
  readonly #directory: UserDirectory;
  readonly #clock: Clock;
  readonly #people = new Map<string, Remembered>();

  /** @param directory whose people and passwords are looked after elsewhere */
  constructor(directory: UserDirectory, clock: Clock) {
    this.#directory = directory;
    this.#clock = clock;
  }

  async find(userId: string, domain: string): Promise<User | null> {
    const key = JSON.stringify([normalizeUserId(userId), domain]);
    const known = this.#people.get(key);
    const age = known ? this.#clock.now().getTime() - known.at : Number.POSITIVE_INFINITY;
    if (known && age < FRESH_MS) return known.user;
    try {
      return this.#remember(key, await this.#directory.find(userId, domain));
    } catch (error) {
      if (known && age < KEPT_MS && error instanceof GatewayError) return known.user;
      throw error;
    }
  }

  async verifyPassword(userId: string, domain: string, password: string): Promise<User | 'too-busy' | null> {
    return this.#directory.verifyPassword(userId, domain, password);
  }

  async search(domain: string, words: readonly string[], after: string | null): Promise<FoundUsers> {
    return this.#directory.search(domain, words, after);
  }

  async listWithRole(role: Role, domain: string): Promise<User[]> {
    return this.#directory.listWithRole(role, domain);
  }

  #remember(key: string, user: User | null): User | null {
    this.#people.delete(key);
    if (!user) return null;
    const [oldest] = this.#people.keys();
    if (oldest !== undefined && this.#people.size >= MAXIMUM_PEOPLE) this.#people.delete(oldest);
    this.#people.set(key, { user, at: this.#clock.now().getTime() });
    return user;
  }
}
