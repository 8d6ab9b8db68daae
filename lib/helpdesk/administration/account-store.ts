import type { SessionId } from '../../accounts/sessions/session';
import type { Role } from '../../accounts/users/role';
import type { SideEffects } from '../../messaging/new-message';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { Result } from '../../shared/result';
import type { User } from '../../accounts/users/user';
import type { NewUser } from '../../accounts/users/user-directory';
import type { MailedSecret } from './mailed-secret';

/** A user's account as administrators see it. */
export type Account = {
  user: User;
  createdAt: Date;
  /** Whether the link for the first password was mailed and not used yet. */
  isInvited: boolean;
  /** Since when; null if it is not disabled. */
  disabledAt: Date | null;
  /** Since when it is being removed, which takes until its devices are; null if it is not. */
  removalRequestedAt: Date | null;
  /** When mail addresses were last added or removed; null for never. */
  addressesChangedAt: Date | null;
};

/**
 * A change of an account.
 * @property by the administrator, who must still be an enabled one when it is saved; null for an operator with a shell
 * @property sideEffects saved in the same transaction
 */
export type AccountChange = { user: UserKey; by: UserKey | null; at: Date; sideEffects: SideEffects };

/** What administrators write down of a user. @property group null for none */
export type AccountDetails = Pick<User, 'displayName' | 'language' | 'mailAddresses'> & { group: string | null };

/** The account is gone, or the administrator is none any more. */
type Gone = 'not-found' | 'not-permitted';

/**
 * PORT: the accounts of this site. Each change is one transaction, and decides in one statement: of two administrators
 * who disable, demote or remove each other at once, one remains.
 */
export interface AccountStore {
  find(user: UserKey): Promise<Account | null>;
  /**
   * Adds an account.
   * @param change.user as in `account`, normalized
   * @param secret of the link that its user is sent; null where somebody knows the password
   */
  add(
    change: AccountChange,
    account: NewUser,
    secret: MailedSecret | null,
  ): Promise<Result<null, 'user-exists' | 'not-permitted'>>;
  /** In the order of user IDs. @param after a user ID; null for the first page */
  list(domain: string, after: string | null, limit: number): Promise<Account[]>;
  /** How many people have each role and can sign in; roles that nobody has are left out. */
  countRoles(domain: string): Promise<ReadonlyMap<Role, number>>;
  /** Disables an account and ends all its sessions. */
  disable(change: AccountChange): Promise<Result<null, Gone | 'already-disabled' | 'last-administrator'>>;
  enable(change: AccountChange): Promise<Result<null, Gone | 'not-disabled' | 'being-removed'>>;
  /** Adds a role, and ends all sessions, so that what the role asks of a sign-in is asked. */
  giveRole(change: AccountChange, role: Role): Promise<Result<null, Gone | 'has-role'>>;
  /** Takes a role away, and ends all sessions. */
  takeRole(change: AccountChange, role: Role): Promise<Result<null, Gone | 'lacks-role' | 'last-administrator'>>;
  /** Disables an account for good: `listUnsettled` lists it until it is removed. */
  requestRemoval(change: AccountChange): Promise<Result<null, Gone | 'being-removed' | 'last-administrator'>>;
  /**
   * Removes an account whose removal was requested, with its sessions and everything else that is only the user's.
   * Audit records stay.
   */
  remove(change: AccountChange): Promise<Result<null, Gone>>;
  /**
   * Sets the details, by which the user is found from then on. Where addresses come or go, every mailed secret ends: it
   * may be in a mailbox that is not the user's any more.
   * @param change.session of the user who changes their own; null for another's change. `signed-out`: it has ended.
   *   Whatever ends it at the same moment comes first, and nothing is changed, or waits until it is
   * @param decide what is saved, and with which side effects, from the user as they are while nobody else changes them
   */
  changeDetails<Refusal extends string>(
    change: Omit<AccountChange, 'sideEffects'> & { session: SessionId | null },
    decide: (before: User) => Result<{ details: AccountDetails; sideEffects: SideEffects }, Refusal>,
  ): Promise<Result<null, Gone | 'signed-out' | Refusal>>;
  /** Disabled accounts with an activation or invitation under way, and those that are being removed. */
  listUnsettled(limit: number): Promise<Account[]>;
}
