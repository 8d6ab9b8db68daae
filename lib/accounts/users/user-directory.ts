import type { AuditEvent } from '../../audit/audit-event';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { PhoneNumber } from '../../shared/phone-number';
import type { Result } from '../../shared/result';
import type { SortOrder } from '../../shared/sort-order';
import type { Role } from './role';
import type { Session, SessionId } from '../sessions/session';
import type { SessionEpoch } from '../sessions/session-store';
import type { User } from './user';

export type NewUser = Omit<User, 'group' | 'timeZone' | 'bar'> & {
  /** The site's if left out. */
  timeZone?: string | null;
  group: string | null;
  password: string;
  /** None if left out. They count at once, see `Contacts`. */
  phoneNumbers?: readonly PhoneNumber[];
  /** User ID; none if left out. */
  managerUserId?: string | null;
  /** Whether the password is off from the start. */
  isPasswordOff?: boolean;
};

/** One page of users. */
export type FoundUsers = {
  users: User[];
  /** Opaque cursor of the next page; null on the last. */
  next: string | null;
};

/**
 * What found users can be sorted by. `devices`: who is locked out, who has none, then by how many work, where devices are
 * kept beside the users; elsewhere that is the order of names.
 */
export const USER_SORT_KEYS = ['name', 'userId', 'devices'] as const;

export type UserOrder = SortOrder<(typeof USER_SORT_KEYS)[number]>;

/** Users on one page. */
export const FOUND_USERS_LIMIT = 20;

export interface UserAdder {
  /** Adds all and appends their audit events, in one transaction, or nothing if one exists already. */
  add(...users: (NewUser & { event?: AuditEvent })[]): Promise<Result<null, 'user-exists'>>;
  /** How many users there are, counted up to `most`. */
  count(most: number): Promise<number>;
}

export interface PasswordChanger {
  /**
   * Sets a new password and ends every session of the user but one, both or neither.
   * @param ending.epoch from before the current password was checked
   * @returns false if a new epoch has begun, by another change or the end of all sessions; nothing is changed then
   */
  changePassword(
    user: UserKey,
    password: string,
    ending: { epoch: SessionEpoch; except: SessionId | null },
  ): Promise<boolean>;
  /** Whether the user has turned their password off. */
  isOff(user: UserKey): Promise<boolean>;
  /**
   * Replaces the password by a random one that is not stored, and ends sessions as `changePassword` does, if the user
   * has two passkeys. Setting a password turns it on.
   */
  turnOff(
    user: UserKey,
    ending: { epoch: SessionEpoch; except: SessionId | null },
  ): Promise<'turned-off' | 'too-few-passkeys' | 'other-epoch'>;
}

export interface TimeZoneKeeper {
  /** Does nothing for an unknown user. @param timeZone see `isTimeZone`; null for the site's */
  setTimeZone(user: UserKey, timeZone: string | null): Promise<void>;
}

export interface SessionUserFinder {
  /**
   * A session as `SessionStore.find` finds it, with its user.
   * @returns null also if the user no longer exists
   */
  findBySession(id: SessionId, now: Date): Promise<{ session: Session; user: User } | null>;
}

/**
 * PORT: the users, and the check of their passwords. User IDs are case-insensitive. In a gateway's directory, every
 * method throws `GatewayError` if the gateway fails.
 */
export interface UserDirectory {
  /** Null if users are added elsewhere. */
  readonly addsUsers: UserAdder | null;
  /** Null if passwords are changed elsewhere. */
  readonly changesPasswords: PasswordChanger | null;
  /** Null if time zones cannot be stored; every user has the site's then. */
  readonly keepsTimeZones: TimeZoneKeeper | null;
  /** Null if users are stored apart from sessions. */
  readonly findsBySession: SessionUserFinder | null;
  find(userId: string, domain: string): Promise<User | null>;
  /**
   * Takes as long for unknown and barred users as for a wrong password.
   * @returns the user if the password is right; `too-busy` if the queue was full and it was not compared
   */
  verifyPassword(userId: string, domain: string, password: string): Promise<User | 'too-busy' | null>;
  /**
   * Users who have, for each of `words`, a term that begins with it (see `searchTerms`), regardless of case and, if the
   * directory can, of accents.
   * @param words at least one, from `searchWords`
   * In the order of their names, those of whom a word is whole first, or by `order`; over all pages, numbers by value.
   * @param after `next` of the previous page of the same order; null for the first
   */
  search(domain: string, words: readonly string[], after: string | null, order?: UserOrder | null): Promise<FoundUsers>;
  /** All holders of a role who are not barred; meant for staff roles, which have few. */
  listWithRole(role: Role, domain: string): Promise<User[]>;
}
