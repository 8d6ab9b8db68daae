import { hash, verify } from '@node-rs/argon2';
import { isRole } from '../access/role';
import { normalizeUserId, type User } from '../access/user';
import type { NewUser, UserDirectory } from '../access/user-directory';
import type { PrismaClient, User as UserRow } from '../generated/prisma/client';
import type { Clock } from '../shared/clock';
import { accept, refuse, type Result } from '../shared/result';
import { violatesUnique } from './violates-unique';

/** argon2id (the library's default variant) with OWASP's first choice: 19 MiB, two passes, one lane. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export class PrismaUserDirectory implements UserDirectory {
  private readonly client: PrismaClient;
  private readonly clock: Clock;
  /** What the password of a user who does not exist is compared with, so that it takes as long. */
  private decoy: Promise<string> | null = null;

  constructor(client: PrismaClient, clock: Clock) {
    this.client = client;
    this.clock = clock;
  }

  async find(userId: string, domain: string): Promise<User | null> {
    const row = await this.findRow(userId, domain);
    return row && userFromRow(row);
  }

  async verifyPassword(userId: string, domain: string, password: string): Promise<User | null> {
    const row = await this.findRow(userId, domain);
    this.decoy ??= hash(crypto.randomUUID(), ARGON2);
    const matches = await verify(row?.passwordHash ?? (await this.decoy), password);
    return row && matches ? userFromRow(row) : null;
  }

  async add({ userId, domain, displayName, roles, password }: NewUser): Promise<Result<null, 'user-exists'>> {
    const now = this.clock.now();
    const passwordHash = await hash(password, ARGON2);
    try {
      const data = {
        userId: normalizeUserId(userId),
        domain,
        displayName,
        roles: [...roles],
        passwordHash,
        createdAt: now,
        passwordChangedAt: now,
      };
      await this.client.user.create({ data });
      return accept(null);
    } catch (error) {
      if (violatesUnique(error, 'user')) return refuse('user-exists');
      throw error;
    }
  }

  async changePassword(userId: string, domain: string, password: string): Promise<void> {
    const where = { userId_domain: { userId: normalizeUserId(userId), domain } };
    await this.client.user.update({
      where,
      data: { passwordHash: await hash(password, ARGON2), passwordChangedAt: this.clock.now() },
    });
  }

  async count(): Promise<number> {
    return this.client.user.count();
  }

  private findRow(userId: string, domain: string): Promise<UserRow | null> {
    return this.client.user.findUnique({ where: { userId_domain: { userId: normalizeUserId(userId), domain } } });
  }
}

function userFromRow({ userId, domain, displayName, roles }: UserRow): User {
  return { userId, domain, displayName, roles: roles.filter(isRole) };
}
