import type { Account } from './accounts';

/**
 * Of administrators, as the vendor names them (OneSpan §4.8). `View Policy` and the names from `Deactivate DIGIPASS` on are
 * inferred: the page that lists all of them can be read in part alone.
 */
export const PRIVILEGES = [
  'Administrative Logon',
  'View User',
  'View DIGIPASS',
  'View Domain',
  'View Organizational Unit',
  'View Recent DIGIPASS Activity',
  'Unlock User',
  'Assign DIGIPASS',
  'Set DIGIPASS Expiration',
  'Unassign DIGIPASS',
  'View Policy',
  'Approve/Reject Pending Operation',
  'Access Data in All Domains',
  'Deactivate DIGIPASS',
  'Test DIGIPASS',
  'Reset DIGIPASS Application',
  'Delete DIGIPASS',
  'Set User Password',
  'Reset User Password',
  'Create User',
  'Delete User',
  'Update User',
] as const;
export type Privilege = (typeof PRIVILEGES)[number];

/** What a website's service user has here unless an option says otherwise. */
const OF_A_WEBSITE: readonly Privilege[] = [
  'Administrative Logon',
  'View User',
  'View DIGIPASS',
  'View Domain',
  'View Organizational Unit',
  'View Recent DIGIPASS Activity',
  'Access Data in All Domains',
  'Deactivate DIGIPASS',
  'Test DIGIPASS',
  'Reset DIGIPASS Application',
];

/** A named set of privileges, since 3.29 (OneSpan §4.8). */
export type AdminRole = { name: string; description: string; privileges: readonly Privilege[] };

export type PrivilegeOptions = {
  /** What the service user may not do of what a website does. */
  missingPrivileges: readonly Privilege[];
  /** What it may do besides. */
  furtherPrivileges: readonly Privilege[];
  /** Whether it was given them one by one, or by a role; `before-roles` is a server that has none yet. */
  privilegesBy: 'user' | 'role' | 'before-roles';
  /** Whether it may read its own. */
  mayReadPrivileges: boolean;
};

/** Who may do what, and what somebody who asks is told of it. */
export class Administrators {
  readonly #options: PrivilegeOptions;
  readonly #serviceUser: Account;
  readonly #checker: Account;

  constructor(options: PrivilegeOptions, people: { serviceUser: Account; checker: Account }) {
    this.#options = options;
    this.#serviceUser = people.serviceUser;
    this.#checker = people.checker;
  }

  /** Of whatever way: none for somebody who is no administrator. */
  privilegesOf(account: Account): readonly Privilege[] {
    if (account === this.#checker) return ['Administrative Logon', 'Approve/Reject Pending Operation'];
    if (account !== this.#serviceUser) return [];
    const { missingPrivileges, furtherPrivileges } = this.#options;
    return [...OF_A_WEBSITE, ...furtherPrivileges].filter((one) => !missingPrivileges.includes(one));
  }

  /** Those that were given one by one, which is less than there are where roles give some (OneSpan §4.8). */
  directPrivilegesOf(account: Account): readonly Privilege[] {
    return this.#isByRole(account) ? [] : this.privilegesOf(account);
  }

  rolesOf(account: Account): AdminRole[] {
    if (!this.#isByRole(account)) return [];
    return [{ name: 'Self-service website', description: '', privileges: this.privilegesOf(account) }];
  }

  /** Every role that there is. */
  roles(): AdminRole[] {
    const auditors: AdminRole = { name: 'Auditors', description: 'Reads', privileges: ['View User', 'View DIGIPASS'] };
    return [auditors, ...this.rolesOf(this.#serviceUser)];
  }

  #isByRole(account: Account): boolean {
    return account === this.#serviceUser && this.#options.privilegesBy === 'role';
  }
}
