import type { Owner } from '../../../gateways/embedded/engine/gateway-store';

/** A user of the authentication server. */
export type Account = Owner & {
  /** Null when the account has none. */
  staticPassword: string | null;
  email: string;
  description: string;
  phone: string;
  mobile: string;
  /** Organisational unit; empty for none. */
  unit: string;
  isDisabled: boolean;
  isLocked: boolean;
  /** When a right login may unlock it; null while it is not locked, and where an administrator has locked it. */
  unlocksFrom: Date | null;
  /** Failed tries to unlock it by a login. */
  unlockTries: number;
  /** Failed authentications since the last one that succeeded. */
  lockCount: number;
  createdAt: Date;
  modifiedAt: Date;
  lastAuthenticatedAt: Date | null;
  lastRequestedAt: Date | null;
  passwordSetAt: Date | null;
  /** Former static passwords, the last one first. */
  formerPasswords: string[];
  /** Wanted in front of one-time passwords; null when there is none, or an administrator has reset it. */
  serverPin: string | null;
  /** What the directory behind the server has for a password; null where the server itself has the only one. */
  directoryPassword: string | null;
  /** How often a one-time password is sent yet; null for any number. */
  virtualUsesLeft: number | null;
};

export type NewAccount = {
  userId: string;
  /** The default domain if left out. */
  domain?: string;
  staticPassword?: string | null;
  email?: string;
  description?: string;
  phone?: string;
  mobile?: string;
  unit?: string;
};

/** The server's users, found in any case of letters and named as they were written first. */
export class Accounts {
  readonly defaultDomain: string;
  readonly #accounts = new Map<string, Account>();
  readonly #now: () => Date;

  constructor(defaultDomain: string, now: () => Date) {
    this.defaultDomain = defaultDomain;
    this.#now = now;
  }

  add({
    userId,
    domain,
    staticPassword = null,
    email = '',
    description = '',
    phone = '',
    mobile = '',
    unit = '',
  }: NewAccount): Account {
    const now = this.#now();
    const account: Account = {
      userId,
      domain: domain === undefined || domain === '' ? this.defaultDomain : domain,
      staticPassword,
      email,
      description,
      phone,
      mobile,
      unit,
      isDisabled: false,
      isLocked: false,
      unlocksFrom: null,
      unlockTries: 0,
      lockCount: 0,
      createdAt: now,
      modifiedAt: now,
      lastAuthenticatedAt: null,
      lastRequestedAt: null,
      passwordSetAt: staticPassword === null ? null : now,
      formerPasswords: [],
      serverPin: null,
      directoryPassword: null,
      virtualUsesLeft: null,
    };
    this.#accounts.set(this.#keyOf(account.userId, account.domain), account);
    return account;
  }

  /** @param domain the default domain when empty or not given */
  find(userId: string, domain?: string): Account | null {
    return this.#accounts.get(this.#keyOf(userId, domain)) ?? null;
  }

  delete({ userId, domain }: Owner): void {
    this.#accounts.delete(this.#keyOf(userId, domain));
  }

  /** In the order of their names. */
  list(): Account[] {
    return [...this.#accounts.entries()]
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([, account]) => account);
  }

  #keyOf(userId: string, domain?: string): string {
    return `${domain === undefined || domain === '' ? this.defaultDomain : domain}\n${userId}`.toLowerCase();
  }
}
