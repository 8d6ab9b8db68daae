import type { Role } from '../../accounts/users/role';
import { searchTerms } from '../../accounts/users/search-terms';
import { MAXIMUM_USER_ID_LENGTH, normalizeUserId, type User } from '../../accounts/users/user';
import { FOUND_USERS_LIMIT, type FoundUsers, type UserDirectory } from '../../accounts/users/user-directory';
import { MAXIMUM_CREDENTIAL_LENGTH } from '../../activation/start/maximum-credential-length';
import type { Administration } from './administration';
import { authUser } from './auth-user';
import type { SoapClient } from './soap-client';
import { toUser, toUserRecord, viewUser, type UserRecord } from './user-record';
import { isXmlText } from './xml-text';

/** @property staff who may do what for others, of which the server knows nothing */
export type UserDirectorySettings = {
  componentType: string;
  staff: readonly { role: Role; userId: string; domain: string }[];
  protectedGroups: readonly string[];
};

const SEARCHED = ['USERFLD_USERID', 'USERFLD_DESCRIPTION', 'USERFLD_EMAIL'];

/** The people of OneSpan Authentication Server, who prove themselves there with a static or one-time password. */
export class OneSpanServerUserDirectory implements UserDirectory {
  readonly addsUsers = null;
  readonly changesPasswords = null;
  readonly #soap: SoapClient;
  readonly #administration: Administration;
  readonly #settings: UserDirectorySettings;

  constructor(soap: SoapClient, administration: Administration, settings: UserDirectorySettings) {
    this.#soap = soap;
    this.#administration = administration;
    this.#settings = settings;
  }

  async find(typed: string, domain: string): Promise<User | null> {
    const userId = normalizeUserId(typed);
    if (userId.length > MAXIMUM_USER_ID_LENGTH) return null;
    const record = await viewUser(this.#administration, { userId, domain });
    return record && this.#toUser(record, domain);
  }

  async verifyPassword(typed: string, domain: string, password: string): Promise<User | null> {
    const userId = normalizeUserId(typed);
    const isUsable = password !== '' && password.length <= MAXIMUM_CREDENTIAL_LENGTH && isXmlText(password);
    if (userId === '' || userId.length > MAXIMUM_USER_ID_LENGTH || !isUsable) return null;
    const { componentType } = this.#settings;
    const isProved = await authUser(this.#soap, { userId, domain, componentType, password });
    return isProved ? this.find(userId, domain) : null;
  }

  /**
   * The server is asked for the longest word, wherever it stands, and what it answers is looked through. It knows nothing of
   * accents, and of words that many people have it answers no more than its first records.
   */
  async search(domain: string, words: readonly string[], after: string | null): Promise<FoundUsers> {
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
    const found = [...people.values()]
      .filter((user) => isFoundBy(user, words) && (after === null || user.userId > after))
      .toSorted((left, right) => (left.userId < right.userId ? -1 : 1));
    const users = found.slice(0, FOUND_USERS_LIMIT);
    return { users, next: found.length > users.length ? (users.at(-1)?.userId ?? null) : null };
  }

  async listWithRole(role: Role, domain: string): Promise<User[]> {
    const members = this.#settings.staff.filter((member) => member.role === role && member.domain === domain);
    const found = await Promise.all(members.map(({ userId }) => this.find(userId, domain)));
    return found.filter((user) => user !== null).toSorted((left, right) => (left.userId < right.userId ? -1 : 1));
  }

  #toUser(record: UserRecord, domain: string): User {
    const userId = normalizeUserId(record.userId);
    const roles = this.#settings.staff
      .filter((member) => normalizeUserId(member.userId) === userId && member.domain === domain)
      .map(({ role }) => role);
    return { ...toUser(record, roles, this.#settings.protectedGroups), domain };
  }
}

function isFoundBy(user: User, words: readonly string[]): boolean {
  const terms = searchTerms(user);
  return words.every((word) => terms.some((term) => term.startsWith(word)));
}
