import { normalizeUserId, type User } from '@/lib/access/user';
import type { NewUser, UserDirectory } from '@/lib/access/user-directory';
import { accept, refuse, type Result } from '@/lib/shared/result';

/** Compares passwords in the clear: what it costs to check one is the business of the adapters that are used. */
export class MemoryUserDirectory implements UserDirectory {
  readonly #users = new Map<string, NewUser>();
  /** Passwords that were checked so far, for known and unknown users. */
  checks = 0;

  async find(userId: string, domain: string): Promise<User | null> {
    const known = this.#users.get(keyOf(userId, domain));
    return known ? withoutPassword(known) : null;
  }

  async verifyPassword(userId: string, domain: string, password: string): Promise<User | null> {
    this.checks += 1;
    const known = this.#users.get(keyOf(userId, domain));
    return known?.password === password ? withoutPassword(known) : null;
  }

  async add(user: NewUser): Promise<Result<null, 'user-exists'>> {
    const key = keyOf(user.userId, user.domain);
    if (this.#users.has(key)) return refuse('user-exists');
    this.#users.set(key, { ...user, userId: normalizeUserId(user.userId) });
    return accept(null);
  }

  async changePassword(userId: string, domain: string, password: string): Promise<void> {
    const known = this.#users.get(keyOf(userId, domain));
    if (!known) throw new TypeError('no such user');
    this.#users.set(keyOf(userId, domain), { ...known, password });
  }

  async count(): Promise<number> {
    return this.#users.size;
  }
}

function keyOf(userId: string, domain: string): string {
  return JSON.stringify([normalizeUserId(userId), domain]);
}

function withoutPassword({ userId, domain, displayName, roles }: NewUser): User {
  return { userId, domain, displayName, roles };
}
