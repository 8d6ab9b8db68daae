import type { UserKey } from '../../shared/identifiers/user-key';
import type { Result } from '../../shared/result';
import type { Role } from './role';
import type { SessionId } from '../sessions/session';
import type { SessionEpoch } from '../sessions/session-store';
import type { User } from './user';

export type NewUser = Omit<User, 'group'> & { group: string | null; password: string };

/** One page of people. */
export type FoundUsers = {
  users: User[];
  /** Opaque; asks for the next page. Null when this is the last. */
  next: string | null;
};

/** People on one page of found ones. */
export const FOUND_USERS_LIMIT = 20;

export interface UserAdder {
  /** Adds all of them, or none when there is one of them already. */
  add(...users: NewUser[]): Promise<Result<null, 'user-exists'>>;
  /** How many people there are. */
  count(): Promise<number>;
}

export interface PasswordChanger {
  /**
   * Sets a new password and ends every session of the person but one, both or neither.
   * @param epoch when the current password was checked: a change by somebody else, or the end of all sessions, comes first
   * @returns false when the epoch is another, and then nothing is changed
   */
  changePassword(
    user: UserKey,
    password: string,
    ending: { epoch: SessionEpoch; except: SessionId | null },
  ): Promise<boolean>;
}

/**
 * PORT: who there is and how they prove it. User IDs are compared without regard to case. Where a gateway is asked, every
 * method throws `GatewayError` when it fails.
 */
export interface UserDirectory {
  /** Null where people are added elsewhere. */
  readonly addsUsers: UserAdder | null;
  /** Null where passwords are changed elsewhere. */
  readonly changesPasswords: PasswordChanger | null;
  find(userId: string, domain: string): Promise<User | null>;
  /**
   * Takes as long for a user who does not exist as for a wrong password.
   * @returns the user when the password is theirs; `too-busy` when so many wait for their turn that it was not looked at
   */
  verifyPassword(userId: string, domain: string, password: string): Promise<User | 'too-busy' | null>;
  /**
   * People of whom every one of `words` begins a word: of the user ID, the name or a mail address, without regard to case
   * and, where the directory can, accents.
   * @param words at least one, as `searchWords` makes them
   * @param after what the page before answered as `next`; null to start
   */
  search(domain: string, words: readonly string[], after: string | null): Promise<FoundUsers>;
  /** Everybody who holds a role: for staff, of whom there are few. */
  listWithRole(role: Role, domain: string): Promise<User[]>;
}
