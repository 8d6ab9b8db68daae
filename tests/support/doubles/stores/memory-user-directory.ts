import type { AuditEvent } from '@/lib/audit/audit-event';
import type { MailAddress } from '@/lib/shared/mail-address';
import type { UserKey } from '@/lib/shared/identifiers/user-key';
import { searchTerms } from '@/lib/accounts/users/search-terms';
import type { Role } from '@/lib/accounts/users/role';
import { PASSKEYS_WITHOUT_PASSWORD } from '@/lib/accounts/passkeys/turn-password-off';
import { normalizeUserId, personKey, type User } from '@/lib/accounts/users/user';
import {
  FOUND_USERS_LIMIT,
  type FoundUsers,
  type NewUser,
  type PasswordChanger,
  type TimeZoneKeeper,
  type UserAdder,
  type UserDirectory,
  type UserOrder,
} from '@/lib/accounts/users/user-directory';
import { NO_CONTACTS, type ContactRecords, type Contacts } from '@/lib/accounts/users/contacts';
import type { SessionId } from '@/lib/accounts/sessions/session';
import type { SessionEpoch } from '@/lib/accounts/sessions/session-store';
import { byUserOrder } from '@/lib/accounts/users/natural-order';
import { systemClock, type Clock } from '@/lib/shared/time/clock';
import { accept, refuse, type Result } from '@/lib/shared/result';
import { MemoryPasskeyStore } from './memory-passkey-store';
import { MemorySessionStore } from './memory-session-store';

/** Compares passwords in the clear: what it costs to check one is the business of the adapters that are used. */
export class MemoryUserDirectory implements UserDirectory, UserAdder, PasswordChanger, TimeZoneKeeper, ContactRecords {
  readonly addsUsers: UserAdder = this;
  changesPasswords: PasswordChanger | null = this;
  keepsTimeZones: TimeZoneKeeper | null = this;
  readonly findsBySession = null;
  readonly #users = new Map<string, NewUser>();
  readonly #disabled = new Set<string>();
  readonly #contacts = new Map<string, Contacts>();
  readonly #protectedGroups: readonly string[];
  readonly #sessions: MemorySessionStore;
  readonly #clock: Clock;
  readonly #passkeys: MemoryPasskeyStore;
  /** Passwords that were checked so far, for known and unknown users. */
  checks = 0;
  /** What the adapter appends to the audit log. */
  readonly recorded: AuditEvent[] = [];

  constructor(
    protectedGroups: readonly string[] = [],
    sessions = new MemorySessionStore(),
    clock: Clock = systemClock,
    passkeys = new MemoryPasskeyStore(),
  ) {
    this.#passkeys = passkeys;
    this.#sessions = sessions;
    this.#clock = clock;
    this.#protectedGroups = protectedGroups;
  }

  async find(userId: string, domain: string): Promise<User | null> {
    const known = this.#users.get(keyOf(userId, domain));
    return known ? this.#toUser(known) : null;
  }

  async verifyPassword(userId: string, domain: string, password: string): Promise<User | null> {
    this.checks += 1;
    const known = this.#users.get(keyOf(userId, domain));
    const user = known?.password === password ? this.#toUser(known) : null;
    return user?.bar === null ? user : null;
  }

  async add(...users: (NewUser & { event?: AuditEvent })[]): Promise<Result<null, 'user-exists'>> {
    if (users.some(({ userId, domain }) => this.#users.has(keyOf(userId, domain)))) return refuse('user-exists');
    for (const { event, ...user } of users) {
      if (event) this.recorded.push(event);
      const userId = normalizeUserId(user.userId);
      this.#users.set(keyOf(userId, user.domain), { ...user, userId });
      const { phoneNumbers = [], managerUserId = null } = user;
      this.#contacts.set(keyOf(userId, user.domain), {
        phoneNumbers: phoneNumbers.map((number) => ({ number, recordedBy: null, recordedAt: null })),
        manager: managerUserId === null ? null : { userId: managerUserId, recordedAt: null },
      });
      if (user.isPasswordOff) this.#passkeys.withoutPassword.add(personKey({ userId, domain: user.domain }));
    }
    return accept(null);
  }

  async changePassword(
    { userId, domain }: UserKey,
    password: string,
    { epoch, except }: { epoch: SessionEpoch; except: SessionId | null },
  ): Promise<boolean> {
    const named = { userId: normalizeUserId(userId), domain };
    if (this.#sessions.endNow(named, { whileIn: epoch, except, now: this.#clock.now() }) === null) return false;
    const known = this.#users.get(keyOf(userId, domain));
    if (!known) throw new TypeError('no such user');
    this.#users.set(keyOf(userId, domain), { ...known, password });
    this.#passkeys.withoutPassword.delete(personKey(named));
    return true;
  }

  async setTimeZone({ userId, domain }: UserKey, timeZone: string | null): Promise<void> {
    const known = this.#users.get(keyOf(userId, domain));
    if (known) this.#users.set(keyOf(userId, domain), { ...known, timeZone });
  }

  async isOff({ userId, domain }: UserKey): Promise<boolean> {
    return this.#passkeys.withoutPassword.has(personKey({ userId: normalizeUserId(userId), domain }));
  }

  async turnOff(
    user: UserKey,
    ending: { epoch: SessionEpoch; except: SessionId | null },
  ): Promise<'turned-off' | 'too-few-passkeys' | 'other-epoch'> {
    if ((await this.#passkeys.list(user)).length < PASSKEYS_WITHOUT_PASSWORD) return 'too-few-passkeys';
    if (!(await this.changePassword(user, crypto.randomUUID(), ending))) return 'other-epoch';
    this.#passkeys.withoutPassword.add(personKey(user));
    return 'turned-off';
  }

  /** See `ProviderAccounts`: what is tested of it has the adapter. */
  setRoles({ userId, domain }: UserKey, roles: readonly Role[]): void {
    const known = this.#users.get(keyOf(userId, domain));
    if (known) this.#users.set(keyOf(userId, domain), { ...known, roles });
  }

  /** See `AccountStore`: what is tested of it has the adapter. */
  setMailAddresses({ userId, domain }: UserKey, mailAddresses: readonly MailAddress[]): void {
    const known = this.#users.get(keyOf(userId, domain));
    if (known) this.#users.set(keyOf(userId, domain), { ...known, mailAddresses });
  }

  /** See `ContactStore`: what is tested of it has the adapter. */
  setContacts({ userId, domain }: UserKey, contacts: Contacts): void {
    this.#contacts.set(keyOf(userId, domain), contacts);
  }

  async contactsOf({ userId, domain }: UserKey): Promise<Contacts> {
    return this.#contacts.get(keyOf(userId, domain)) ?? NO_CONTACTS;
  }

  /** See `AccountStore`: what is tested of it has the adapter. */
  disable({ userId, domain }: UserKey): void {
    this.#disabled.add(keyOf(userId, domain));
  }

  async count(most: number): Promise<number> {
    return Math.min(this.#users.size, most);
  }

  async search(
    domain: string,
    words: readonly string[],
    after: string | null,
    order: UserOrder | null = null,
  ): Promise<FoundUsers> {
    const inOrder = byUserOrder(order ?? { by: 'name', direction: 'ascending' });
    const lead = words.toSorted((left, right) => right.length - left.length)[0] ?? '';
    const found = this.#of(domain)
      .flatMap((user) => {
        const terms = searchTerms(user);
        const isFound = words.every((word) => terms.some((term) => term.startsWith(word)));
        return isFound ? [{ user, rank: order || terms.includes(lead) ? 0 : 1 }] : [];
      })
      .toSorted((left, right) => left.rank - right.rank || inOrder(this.#toUser(left.user), this.#toUser(right.user)))
      .map(({ user }) => user);
    const rest = found.slice(found.findIndex(({ userId }) => userId === after) + 1);
    const page = rest.slice(0, FOUND_USERS_LIMIT);
    const next = rest.length > page.length ? (page.at(-1)?.userId ?? null) : null;
    return { users: page.map((user) => this.#toUser(user)), next };
  }

  async listWithRole(role: Role, domain: string): Promise<User[]> {
    const users = this.#of(domain).filter(({ roles }) => roles.includes(role));
    return users
      .map((user) => this.#toUser(user))
      .filter(({ bar }) => bar === null)
      .toSorted((left, right) => compareCodePoints(left.userId, right.userId));
  }

  #of(domain: string): NewUser[] {
    return [...this.#users.values()].filter((user) => user.domain === domain);
  }

  #toUser({ group, timeZone = null, ...added }: NewUser): User {
    const {
      password: _password,
      isPasswordOff: _isPasswordOff,
      phoneNumbers: _phoneNumbers,
      managerUserId: _managerUserId,
      ...user
    } = added;
    return {
      ...user,
      timeZone,
      bar: this.#disabled.has(keyOf(user.userId, user.domain)) ? 'disabled' : null,
      group: group === null ? null : { name: group, isProtected: this.#protectedGroups.includes(group) },
    };
  }
}

function compareCodePoints(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

function keyOf(userId: string, domain: string): string {
  return JSON.stringify([normalizeUserId(userId), domain]);
}
