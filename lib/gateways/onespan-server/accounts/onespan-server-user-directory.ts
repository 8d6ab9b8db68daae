import { NO_CONTACTS, type ContactRecords, type Contacts } from '../../../accounts/users/contacts';
import type { UserKey } from '../../../shared/identifiers/user-key';
import type { Role } from '../../../accounts/users/role';
import { byUserOrder } from '../../../accounts/users/natural-order';
import { searchTerms } from '../../../accounts/users/search-terms';
import { MAXIMUM_USER_ID_LENGTH, normalizeUserId, type User } from '../../../accounts/users/user';
import {
  FOUND_USERS_LIMIT,
  type FoundUsers,
  type UserDirectory,
  type UserOrder,
} from '../../../accounts/users/user-directory';
import { MAXIMUM_CREDENTIAL_LENGTH } from '../../../activation/start/activation-credentials';
import type { Administration } from '../administration/administration';
import { authUser } from './auth-user';
import type { SoapClient } from '../soap/soap-client';
import { toContacts, toUser, toUserRecord, viewUser, type UserRecord } from '../administration/user-record';
import { isXmlText } from '../soap/xml-text';
import { afterSending, GatewayError } from '../../../activation/gateway-error';
import type { Clock } from '../../../shared/time/clock';
import { DAY, SECOND } from '../../../shared/time/duration';

/** @property staff roles for members of staff, which the server does not have */
export type UserDirectorySettings = {
  componentType: string;
  staff: readonly { role: Role; userId: string; domain: string }[];
  protectedGroups: readonly string[];
};

const SEARCHED = ['USERFLD_USERID', 'USERFLD_DESCRIPTION', 'USERFLD_EMAIL'];

/** The users of OneSpan Authentication Server, who authenticate there with a static or a one-time password. */
export class OneSpanServerUserDirectory implements UserDirectory, ContactRecords {
  readonly addsUsers = null;
  readonly changesPasswords = null;
  readonly keepsTimeZones = null;
  readonly findsBySession = null;
  readonly #soap: SoapClient;
  readonly #administration: Administration;
  readonly #settings: UserDirectorySettings;

  constructor(soap: SoapClient, administration: Administration, settings: UserDirectorySettings) {
    this.#soap = soap;
    this.#administration = administration;
    this.#settings = settings;
  }

  async find(input: string, domain: string): Promise<User | null> {
    const userId = normalizeUserId(input);
    if (userId.length > MAXIMUM_USER_ID_LENGTH) return null;
    const record = await viewUser(this.#administration, { userId, domain });
    return record && this.#toUser(record, domain);
  }

  async contactsOf({ userId: input, domain }: UserKey): Promise<Contacts> {
    const userId = normalizeUserId(input);
    if (userId.length > MAXIMUM_USER_ID_LENGTH) return NO_CONTACTS;
    const record = await viewUser(this.#administration, { userId, domain });
    return record ? toContacts(record) : NO_CONTACTS;
  }

  async verifyPassword(input: string, domain: string, password: string): Promise<User | null> {
    const userId = normalizeUserId(input);
    const isUsable = password !== '' && password.length <= MAXIMUM_CREDENTIAL_LENGTH && isXmlText(password);
    if (userId === '' || userId.length > MAXIMUM_USER_ID_LENGTH || !isUsable) return null;
    const { componentType } = this.#settings;
    const isProved = await authUser(this.#soap, { userId, domain, componentType, password });
    const user = isProved ? await afterSending(() => this.find(userId, domain)) : null;
    return user?.bar === null ? user : null;
  }

  /**
   * Queries the server for the longest word, anywhere in a name, and filters the result. The server ignores accents,
   * and returns only its first records for common words: only those are sorted, whatever the order.
   */
  async search(
    domain: string,
    words: readonly string[],
    after: string | null,
    order: UserOrder | null = null,
  ): Promise<FoundUsers> {
    const [lead = ''] = words.flatMap((word) => word.split('*')).toSorted((left, right) => right.length - left.length);
    if (lead === '' || !isXmlText(lead)) return { users: [], next: null };
    const answers = await Promise.all(
      SEARCHED.map((field) =>
        this.#administration.query('userQuery', { USERFLD_DOMAIN: domain, [field]: `*${lead}*` }),
      ),
    );
    const people = new Map(
      answers.flat().map((fields) => {
        const user = this.#toUser(toUserRecord(fields), domain);
        return [user.userId, user];
      }),
    );
    const sorted = [...people.values()]
      .filter((user) => isFoundBy(user, words))
      .toSorted(
        order
          ? byUserOrder(order)
          : (left, right) =>
              Number(hasWholeWord(right, words)) - Number(hasWholeWord(left, words)) || byName(left, right),
      );
    const page = sorted.slice(sorted.findIndex(({ userId }) => userId === after) + 1);
    const users = page.slice(0, FOUND_USERS_LIMIT);
    return { users, next: page.length > users.length ? (users.at(-1)?.userId ?? null) : null };
  }

  async listWithRole(role: Role, domain: string): Promise<User[]> {
    const members = this.#settings.staff.filter((member) => member.role === role && member.domain === domain);
    const users = await Promise.all(members.map(({ userId }) => this.find(userId, domain)));
    return users
      .flatMap((user) => (user?.bar === null ? [user] : []))
      .toSorted((left, right) => (left.userId < right.userId ? -1 : 1));
  }

  #toUser(record: UserRecord, domain: string): User {
    const userId = normalizeUserId(record.userId);
    const roles = this.#settings.staff
      .filter((member) => normalizeUserId(member.userId) === userId && member.domain === domain)
      .map(({ role }) => role);
    return { ...toUser(record, roles, this.#settings.protectedGroups), domain };
  }
}

const byName = byUserOrder({ by: 'name', direction: 'ascending' });

function hasWholeWord(user: User, words: readonly string[]): boolean {
  const terms = searchTerms(user);
  return words.some((word) => terms.includes(word));
}

function isFoundBy(user: User, words: readonly string[]): boolean {
  const terms = searchTerms(user);
  return words.every((word) => terms.some((term) => term.startsWith(word)));
}

/** How long a cached user is fresh, in milliseconds. */
const FRESH_MS = 30 * SECOND;

/** How long a cached user is used while the gateway fails: no session is longer. */
const KEPT_MS = DAY;

/** Cached users, about a kilobyte each. */
const MAXIMUM_PEOPLE = 10_000;

type Remembered = { user: User; at: number };

/**
 * Caches users, because every request of a signed-in user looks them up. Signed-in users can go on while the gateway
 * cannot be reached; unknown ones have to wait for it.
 */
export class RememberingUserDirectory implements UserDirectory {
  readonly addsUsers = null;
  readonly changesPasswords = null;
  readonly keepsTimeZones = null;
  readonly findsBySession = null;
  readonly #directory: UserDirectory;
  readonly #clock: Clock;
  readonly #people = new Map<string, Remembered>();

  /** @param directory whose users and passwords are managed elsewhere */
  constructor(directory: UserDirectory, clock: Clock) {
    this.#directory = directory;
    this.#clock = clock;
  }

  async find(userId: string, domain: string): Promise<User | null> {
    const key = keyOf(userId, domain);
    const remembered = this.#people.get(key);
    const age = remembered ? this.#clock.now().getTime() - remembered.at : Number.POSITIVE_INFINITY;
    if (remembered && age < FRESH_MS) return remembered.user;
    try {
      return this.#remember(key, await this.#directory.find(userId, domain));
    } catch (error) {
      if (remembered && age < KEPT_MS && error instanceof GatewayError) return remembered.user;
      throw error;
    }
  }

  async verifyPassword(userId: string, domain: string, password: string): Promise<User | 'too-busy' | null> {
    const user = await this.#directory.verifyPassword(userId, domain, password);
    // Somebody whose lock was just lifted is not held by what was known of them before.
    return user && user !== 'too-busy' ? this.#remember(keyOf(userId, domain), user) : user;
  }

  async search(
    domain: string,
    words: readonly string[],
    after: string | null,
    order: UserOrder | null = null,
  ): Promise<FoundUsers> {
    return this.#directory.search(domain, words, after, order);
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

function keyOf(userId: string, domain: string): string {
  return JSON.stringify([normalizeUserId(userId), domain]);
}
