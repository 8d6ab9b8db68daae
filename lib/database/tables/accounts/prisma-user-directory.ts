import type { UserKey } from '../../../shared/identifiers/user-key';
import type { AuditEvent } from '../../../audit/audit-event';
import type { Role } from '../../../accounts/users/role';
import type { Session, SessionId } from '../../../accounts/sessions/session';
import type { SessionEpoch } from '../../../accounts/sessions/session-store';
import { PASSKEYS_WITHOUT_PASSWORD } from '../../../accounts/passkeys/turn-password-off';
import { normalizeUserId, type User } from '../../../accounts/users/user';
import type {
  FoundUsers,
  NewUser,
  PasswordChanger,
  SessionUserFinder,
  TimeZoneKeeper,
  UserAdder,
  UserDirectory,
  UserOrder,
} from '../../../accounts/users/user-directory';
import type { PrismaClient, User as UserRow } from '../../../generated/prisma/client';
import type { Clock } from '../../../shared/time/clock';
import { accept, refuse, type Result } from '../../../shared/result';
import type { Database } from '../../database';
import { endSessions } from '../../locks/end-sessions';
import { lockAccount } from '../../locks/lock-account';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';
import { searchUsers } from '../../search-users';
import { SlowHashes } from '../../secrets/slow-hashes';
import { type Sql, violatesUnique } from '../../sql';
import { newUserRow } from './new-user-row';
import { SESSION_COLUMNS, sessionFromRow, type SessionRow } from './prisma-session-store';
import { KNOWN_USER_COLUMNS, type KnownUser, userFromRow } from './user-row';

export class PrismaUserDirectory
  implements UserDirectory, UserAdder, PasswordChanger, TimeZoneKeeper, SessionUserFinder
{
  readonly addsUsers: UserAdder = this;
  readonly changesPasswords: PasswordChanger = this;
  readonly keepsTimeZones: TimeZoneKeeper = this;
  readonly findsBySession: SessionUserFinder = this;
  readonly #client: PrismaClient;
  readonly #sql: Sql;
  readonly #clock: Clock;
  readonly #protectedGroups: readonly string[];
  readonly #hashes: SlowHashes;
  readonly #persist: PersistSideEffects;

  /**
   * @param persist writes the audit events of added users
   * @param protectedGroups groups whose members need a second person's approval
   * @param cost see `SlowHashes`
   */
  constructor(
    { client, sql }: Pick<Database, 'client' | 'sql'>,
    clock: Clock,
    persist: PersistSideEffects,
    protectedGroups: readonly string[],
    cost?: ConstructorParameters<typeof SlowHashes>[0],
  ) {
    this.#client = client;
    this.#sql = sql;
    this.#clock = clock;
    this.#persist = persist;
    this.#protectedGroups = protectedGroups;
    this.#hashes = new SlowHashes(cost);
  }

  async find(userId: string, domain: string): Promise<User | null> {
    const [row] = await this.#sql.read<KnownUser>`
      SELECT ${KNOWN_USER_COLUMNS}
      FROM user_account WHERE user_id = ${normalizeUserId(userId)} AND domain = ${domain}`;
    return row ? this.#userFromRow(row) : null;
  }

  async findBySession(id: SessionId, now: Date): Promise<{ session: Session; user: User } | null> {
    const [row] = await this.#sql.read<SessionRow & KnownUser>`
      SELECT opened.*, account.*
      FROM (
        SELECT ${SESSION_COLUMNS} FROM session WHERE id = ${id} AND revoked_at IS NULL AND expires_at > ${now}::timestamptz
      ) AS opened
      JOIN LATERAL (
        SELECT ${KNOWN_USER_COLUMNS} FROM user_account WHERE user_id = opened."userId" AND domain = opened.domain
      ) AS account ON true`;
    return row ? { session: sessionFromRow(row), user: this.#userFromRow(row) } : null;
  }

  async verifyPassword(userId: string, domain: string, password: string): Promise<User | 'too-busy' | null> {
    const row = await this.#findRow(userId, domain);
    const matches = await this.#hashes.matches(row?.passwordHash ?? null, password);
    if (matches === 'too-busy') return matches;
    return row && matches && row.disabledAt === null ? this.#userFromRow(row) : null;
  }

  async add(...users: (NewUser & { event?: AuditEvent })[]): Promise<Result<null, 'user-exists'>> {
    const now = this.#clock.now();
    const rows = await Promise.all(users.map((user) => newUserRow(user, this.#hashes, now)));
    const events = users.flatMap(({ event }) => event ?? []);
    try {
      return await this.#client.$transaction(async (transaction) => {
        for (const data of rows) await transaction.user.create({ data });
        if (events.length > 0) await this.#persist(transaction, { events, messages: [] });
        return accept(null);
      });
    } catch (error) {
      if (violatesUnique(error, 'user')) return refuse('user-exists');
      throw error;
    }
  }

  async changePassword(
    user: UserKey,
    password: string,
    { epoch, except }: { epoch: SessionEpoch; except: SessionId | null },
  ): Promise<boolean> {
    const named = { userId: normalizeUserId(user.userId), domain: user.domain };
    const passwordHash = await this.#hashes.hash(password);
    const now = this.#clock.now();
    return this.#client.$transaction(async (transaction) => {
      await lockAccount(transaction, named);
      const endedCount = await endSessions(transaction, named, { whileIn: epoch, except, now });
      if (endedCount === null) return false;
      await transaction.user.update({
        where: { userId_domain: named },
        data: { passwordHash, passwordChangedAt: now, passwordOffAt: null },
      });
      return true;
    });
  }

  async setTimeZone({ userId, domain }: UserKey, timeZone: string | null): Promise<void> {
    await this.#client.user.updateMany({ where: { userId: normalizeUserId(userId), domain }, data: { timeZone } });
  }

  async isOff(user: UserKey): Promise<boolean> {
    const row = await this.#findRow(user.userId, user.domain);
    return row !== null && row.passwordOffAt !== null;
  }

  async turnOff(
    user: UserKey,
    { epoch, except }: { epoch: SessionEpoch; except: SessionId | null },
  ): Promise<'turned-off' | 'too-few-passkeys' | 'other-epoch'> {
    const named = { userId: normalizeUserId(user.userId), domain: user.domain };
    const passwordHash = await this.#hashes.hash(crypto.randomUUID());
    const now = this.#clock.now();
    return this.#client.$transaction(async (transaction) => {
      await lockAccount(transaction, named);
      if ((await transaction.passkey.count({ where: named })) < PASSKEYS_WITHOUT_PASSWORD) return 'too-few-passkeys';
      if ((await endSessions(transaction, named, { whileIn: epoch, except, now })) === null) return 'other-epoch';
      await transaction.user.update({
        where: { userId_domain: named },
        data: { passwordHash, passwordOffAt: now },
      });
      return 'turned-off';
    });
  }

  async count(most: number): Promise<number> {
    return this.#client.user.count({ take: most });
  }

  async search(
    domain: string,
    words: readonly string[],
    after: string | null,
    order: UserOrder | null = null,
  ): Promise<FoundUsers> {
    const { userIds, next } = await searchUsers(this.#client, domain, words, after, order);
    const rows = await this.#client.user.findMany({ where: { domain, userId: { in: userIds } } });
    const users = new Map(rows.map((row) => [row.userId, this.#userFromRow(row)]));
    return { users: userIds.flatMap((userId) => users.get(userId) ?? []), next };
  }

  async listWithRole(role: Role, domain: string): Promise<User[]> {
    const rows = await this.#client.user.findMany({
      where: { domain, roles: { has: role }, disabledAt: null },
      orderBy: { userId: 'asc' },
    });
    return rows.map((row) => this.#userFromRow(row));
  }

  #findRow(userId: string, domain: string): Promise<UserRow | null> {
    return this.#client.user.findUnique({ where: { userId_domain: { userId: normalizeUserId(userId), domain } } });
  }

  #userFromRow(row: KnownUser): User {
    return userFromRow(row, this.#protectedGroups);
  }
}
