import type { ChangedRoles, ProviderAccounts } from '@/lib/accounts/provider/provider-accounts';
import type { ProviderSubject } from '@/lib/accounts/provider/provider-identity';
import type { Role } from '@/lib/accounts/users/role';
import { personKey } from '@/lib/accounts/users/user';
import type { UserKey } from '@/lib/shared/identifiers/user-key';
import { accept, refuse, type Result } from '@/lib/shared/result';
import type { MemorySessionStore } from './memory-session-store';
import type { MemoryUserDirectory } from './memory-user-directory';

/** Saves no events, and knows no last administrator: that is the adapter's. */
export class MemoryProviderAccounts implements ProviderAccounts {
  readonly #bound = new Map<string, UserKey>();
  readonly #users: MemoryUserDirectory;
  readonly #sessions: MemorySessionStore;

  constructor(users: MemoryUserDirectory, sessions: MemorySessionStore) {
    this.#users = users;
    this.#sessions = sessions;
  }

  async find(subject: ProviderSubject): Promise<UserKey | null> {
    return this.#bound.get(keyOf(subject)) ?? null;
  }

  async isBound(user: UserKey, issuer: string): Promise<boolean> {
    return [...this.#bound].some(([key, one]) => key.startsWith(`${issuer} `) && personKey(one) === personKey(user));
  }

  async bind(subject: ProviderSubject, { userId, domain }: UserKey): Promise<Result<null, 'bound-otherwise'>> {
    const bound = this.#bound.get(keyOf(subject));
    if (bound) return personKey(bound) === personKey({ userId, domain }) ? accept(null) : refuse('bound-otherwise');
    if (await this.isBound({ userId, domain }, subject.issuer)) return refuse('bound-otherwise');
    this.#bound.set(keyOf(subject), { userId, domain });
    return accept(null);
  }

  async setRoles(user: UserKey, roles: readonly Role[], at: Date): Promise<ChangedRoles | null> {
    const before = (await this.#users.find(user.userId, user.domain))?.roles ?? [];
    const given = roles.filter((role) => !before.includes(role));
    const taken = before.filter((role) => !roles.includes(role));
    if (given.length + taken.length === 0) return null;
    this.#users.setRoles(user, roles);
    await this.#sessions.revokeAll(user.userId, user.domain, null, at);
    return { given, taken, keptAdministrator: false };
  }
}

function keyOf({ issuer, subject }: ProviderSubject): string {
  return `${issuer} ${subject}`;
}
