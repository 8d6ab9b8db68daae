import type {
  Account,
  AccountChange,
  AccountDetails,
  AccountStore,
} from '../../../helpdesk/administration/account-store';
import type { MailedSecret } from '../../../helpdesk/administration/mailed-secret';
import { PENDING_STATES } from '../../../activation/activation';
import type { SessionId } from '../../../accounts/sessions/session';
import type { AddressChanges } from '../../../accounts/users/known-addresses';
import { naturalKey } from '../../../accounts/users/natural-order';
import { isRole, type Role } from '../../../accounts/users/role';
import { searchTerms } from '../../../accounts/users/search-terms';
import { normalizeUserId, type User } from '../../../accounts/users/user';
import type { NewUser } from '../../../accounts/users/user-directory';
import { CURRENT_STATES } from '../../../helpdesk/invitations/invitation';
import { Prisma, type PrismaClient, type User as UserRow } from '../../../generated/prisma/client';
import type { SideEffects } from '../../../messaging/new-message';
import { UNSETTLED_KEY } from '../../../shared/changes/change-feed';
import type { UserKey } from '../../../shared/identifiers/user-key';
import { accept, refuse, type Result } from '../../../shared/result';
import { announceChange } from '../../side-effects/announce-change';
import type { Database } from '../../database';
import { endSessions } from '../../locks/end-sessions';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';
import { SlowHashes } from '../../secrets/slow-hashes';
import { type Sql, violatesUnique } from '../../sql';
import { holdAccount, isAdministrator } from '../accounts/hold-account';
import { newUserRow } from '../accounts/new-user-row';
import { storeMailedSecret } from './prisma-mailed-secret-store';
import { KNOWN_USER_COLUMNS, type KnownUser, userFromRow } from '../accounts/user-row';
import { reading } from '../../reading';

type Gone = 'not-found' | 'not-permitted';

type AccountRow = KnownUser &
  Pick<UserRow, 'createdAt' | 'removalRequestedAt' | 'addressesChangedAt'> & { isInvited: boolean };

const INVITED = { mailedSecrets: { where: { purpose: 'first-password' }, select: { expiresAt: true } } };

export class PrismaAccountStore implements AccountStore, AddressChanges {
  readonly #client: PrismaClient;
  readonly #sql: Sql;
  readonly #persist: PersistSideEffects;
  readonly #protectedGroups: readonly string[];
  readonly #hashes: SlowHashes;

  /**
   * @param protectedGroups see `PrismaUserDirectory`
   * @param cost see `SlowHashes`
   */
  constructor(
    { client, sql }: Pick<Database, 'client' | 'sql'>,
    persist: PersistSideEffects,
    protectedGroups: readonly string[],
    cost?: ConstructorParameters<typeof SlowHashes>[0],
  ) {
    this.#hashes = new SlowHashes(cost);
    this.#client = client;
    this.#sql = sql;
    this.#persist = persist;
    this.#protectedGroups = protectedGroups;
  }

  async find({ userId, domain }: UserKey): Promise<Account | null> {
    const [row] = await this.#sql.read<AccountRow>`
      SELECT ${KNOWN_USER_COLUMNS}, created_at AS "createdAt", removal_requested_at AS "removalRequestedAt",
        addresses_changed_at AS "addressesChangedAt", EXISTS (
          SELECT 1 FROM mailed_secret AS secret
          WHERE secret.user_id = account.user_id AND secret.domain = account.domain AND purpose = 'first-password'
        ) AS "isInvited"
      FROM user_account AS account WHERE user_id = ${normalizeUserId(userId)} AND domain = ${domain}`;
    return row ? this.#accountFromRow(row) : null;
  }

  async add(
    { by, at, sideEffects }: AccountChange,
    account: NewUser,
    secret: MailedSecret | null,
  ): Promise<Result<null, 'user-exists' | 'not-permitted'>> {
    const data = await newUserRow(account, this.#hashes, at);
    try {
      return await this.#client.$transaction(async (transaction) => {
        if (by && !(await isAdministrator(transaction, by))) return refuse('not-permitted');
        await transaction.user.create({ data });
        if (secret) await storeMailedSecret(transaction, secret, at);
        await this.#persist(transaction, sideEffects);
        return accept(null);
      });
    } catch (error) {
      if (violatesUnique(error, 'user')) return refuse('user-exists');
      throw error;
    }
  }

  async lastAddressChange({ userId, domain }: UserKey): Promise<Date | null> {
    const [row] = await this.#sql.read<{ changedAt: Date | null }>`
      SELECT addresses_changed_at AS "changedAt" FROM user_account
      WHERE user_id = ${normalizeUserId(userId)} AND domain = ${domain}`;
    return row?.changedAt ?? null;
  }

  async list(domain: string, after: string | null, limit: number): Promise<Account[]> {
    const where = { domain, ...(after !== null && { userId: { gt: after } }) };
    const rows = await this.#client.user.findMany({ where, orderBy: { userId: 'asc' }, take: limit, include: INVITED });
    return rows.map((row) => this.#accountFromRow({ ...row, isInvited: row.mailedSecrets.length > 0 }));
  }

  async countRoles(domain: string): Promise<ReadonlyMap<Role, number>> {
    const rows = await this.#sql<{ role: string; people: number }>`
      SELECT role, count(*)::integer AS people FROM user_account, unnest(roles) AS role
      WHERE domain = ${domain} AND disabled_at IS NULL GROUP BY role`;
    return new Map(rows.flatMap(({ role, people }) => (isRole(role) ? [[role, people] as const] : [])));
  }

  disable(change: AccountChange): Promise<Result<null, Gone | 'already-disabled' | 'last-administrator'>> {
    return this.#change(change, {
      set: Prisma.sql`disabled_at = ${change.at}::timestamptz`,
      where: Prisma.sql`disabled_at IS NULL AND ${LEAVES_ANOTHER}`,
      ends: 'everything',
      why: ({ disabledAt }) => (disabledAt === null ? 'last-administrator' : 'already-disabled'),
    });
  }

  enable(change: AccountChange): Promise<Result<null, Gone | 'not-disabled' | 'being-removed'>> {
    return this.#change(change, {
      set: Prisma.sql`disabled_at = NULL`,
      where: Prisma.sql`disabled_at IS NOT NULL AND removal_requested_at IS NULL`,
      ends: 'nothing',
      why: ({ disabledAt }) => (disabledAt === null ? 'not-disabled' : 'being-removed'),
    });
  }

  giveRole(change: AccountChange, role: Role): Promise<Result<null, Gone | 'has-role'>> {
    return this.#change(change, {
      set: Prisma.sql`roles = array_append(roles, ${role})`,
      where: Prisma.sql`NOT roles @> ARRAY[${role}]`,
      ends: 'sessions',
      why: () => 'has-role',
    });
  }

  takeRole(change: AccountChange, role: Role): Promise<Result<null, Gone | 'lacks-role' | 'last-administrator'>> {
    const keepsOne = role === 'administrator' ? LEAVES_ANOTHER : Prisma.sql`TRUE`;
    return this.#change(change, {
      set: Prisma.sql`roles = array_remove(roles, ${role})`,
      where: Prisma.sql`roles @> ARRAY[${role}] AND ${keepsOne}`,
      ends: 'sessions',
      why: ({ roles }) => (roles.includes(role) ? 'last-administrator' : 'lacks-role'),
    });
  }

  requestRemoval(change: AccountChange): Promise<Result<null, Gone | 'being-removed' | 'last-administrator'>> {
    const at = Prisma.sql`${change.at}::timestamptz`;
    return this.#change(change, {
      set: Prisma.sql`disabled_at = coalesce(disabled_at, ${at}), removal_requested_at = ${at}`,
      where: Prisma.sql`removal_requested_at IS NULL AND ${LEAVES_ANOTHER}`,
      ends: 'everything',
      why: ({ removalRequestedAt }) => (removalRequestedAt === null ? 'last-administrator' : 'being-removed'),
    });
  }

  async remove({ user, sideEffects }: AccountChange): Promise<Result<null, Gone>> {
    const { userId, domain } = user;
    return this.#client.$transaction(async (transaction) => {
      const where = { userId, domain, removalRequestedAt: { not: null } };
      if ((await transaction.user.deleteMany({ where })).count === 0) return refuse('not-found');
      // A later owner of the user ID is no one's manager.
      await transaction.user.updateMany({
        where: { domain, managerUserId: userId },
        data: { managerUserId: null, managerRecordedAt: null },
      });
      await transaction.session.deleteMany({ where: { userId, domain } });
      await transaction.passkey.deleteMany({ where: { userId, domain } });
      await transaction.knownNetwork.deleteMany({ where: { userId, domain } });
      await this.#persist(transaction, sideEffects);
      return accept(null);
    });
  }

  async changeDetails<Refusal extends string>(
    change: Omit<AccountChange, 'sideEffects'> & { session: SessionId | null },
    decide: (before: User) => Result<{ details: AccountDetails; sideEffects: SideEffects }, Refusal>,
  ): Promise<Result<null, Gone | 'signed-out' | Refusal>> {
    const { userId, domain } = change.user;
    const named = { userId, domain };
    return this.#client.$transaction(async (transaction) => {
      const result = await holdAccount(transaction, change);
      if (!result.ok) return result;
      const before = result.value;
      const outcome = decide(userFromRow(before, this.#protectedGroups));
      if (!outcome.ok) return outcome;
      const { details, sideEffects } = outcome.value;
      const { displayName, language, group, mailAddresses } = details;
      const terms = searchTerms({ userId, displayName, mailAddresses: [...mailAddresses] });
      const addressesBefore = new Set(before.mailAddresses);
      const haveChanged =
        addressesBefore.size !== mailAddresses.length || mailAddresses.some((address) => !addressesBefore.has(address));
      if (haveChanged) await transaction.mailedSecret.updateMany({ where: named, data: { triesLeft: 0 } });
      await transaction.userSearchTerm.deleteMany({ where: named });
      await transaction.user.update({
        where: { userId_domain: named },
        data: {
          displayName,
          language,
          group,
          mailAddresses: [...mailAddresses],
          ...(haveChanged && { addressesChangedAt: change.at }),
          nameKey: naturalKey(displayName),
          searchTerms: { create: terms.map((term) => ({ term })) },
        },
      });
      await this.#persist(transaction, sideEffects);
      return accept(null);
    });
  }

  async listUnsettled(limit: number): Promise<Account[]> {
    const userKeys = await reading(
      () => this.#client.$queryRaw<UserKey[]>`
      SELECT user_id AS "userId", domain FROM user_account AS account
      WHERE disabled_at IS NOT NULL AND (
        removal_requested_at IS NOT NULL
        OR EXISTS (SELECT 1 FROM activation WHERE activation.user_id = account.user_id
          AND activation.domain = account.domain AND state IN (${Prisma.join([...PENDING_STATES])}))
        OR EXISTS (SELECT 1 FROM invitation WHERE invitation.user_id = account.user_id
          AND invitation.domain = account.domain AND state IN (${Prisma.join([...CURRENT_STATES])})))
      ORDER BY disabled_at LIMIT ${limit}`,
    );
    const accounts = await Promise.all(userKeys.map((user) => this.find(user)));
    return accounts.filter((account) => account !== null);
  }

  /**
   * Decides and saves in one statement, under a lock of all administrators' rows in one order. Otherwise two
   * administrators who change each other concurrently would each see the other.
   */
  async #change<Refusal extends string>(
    { user, by, at, sideEffects }: AccountChange,
    {
      set,
      where,
      ends,
      why,
    }: {
      set: Prisma.Sql;
      where: Prisma.Sql;
      ends: 'nothing' | 'sessions' | 'everything';
      why: (row: UserRow) => Refusal;
    },
  ): Promise<Result<null, Gone | Refusal>> {
    const { userId, domain } = user;
    return this.#client.$transaction(async (transaction) => {
      const [said] = await transaction.$queryRaw<{ isPermitted: boolean; changed: number }[]>`
        WITH administrator AS MATERIALIZED (
          SELECT user_id FROM user_account
          WHERE domain = ${domain} AND roles @> ARRAY['administrator'] AND disabled_at IS NULL
          ORDER BY user_id FOR UPDATE
        ), permitted AS MATERIALIZED (
          SELECT ${by === null} OR count(*) FILTER (WHERE user_id = ${by?.userId ?? null}) > 0 AS is_permitted,
            count(*) FILTER (WHERE user_id <> ${userId}) AS others
          FROM administrator
        ), changed AS (
          UPDATE user_account SET ${set} FROM permitted
          WHERE user_id = ${userId} AND domain = ${domain} AND is_permitted AND ${where}
          RETURNING 1
        )
        SELECT is_permitted AS "isPermitted", (SELECT count(*)::int FROM changed) AS changed FROM permitted`;
      if (!said?.isPermitted) return refuse('not-permitted');
      if (said.changed === 0) {
        const row = await transaction.user.findUnique({ where: { userId_domain: { userId, domain } } });
        return refuse(row ? why(row) : 'not-found');
      }
      if (ends !== 'nothing') await endSessions(transaction, user, { whileIn: null, except: null, now: at });
      if (ends === 'everything') {
        await transaction.mailedSecret.updateMany({ where: { userId, domain }, data: { triesLeft: 0 } });
        await announceChange(transaction, UNSETTLED_KEY);
      }
      await this.#persist(transaction, sideEffects);
      return accept(null);
    });
  }

  #accountFromRow(row: AccountRow): Account {
    const { createdAt, isInvited, disabledAt, removalRequestedAt, addressesChangedAt } = row;
    const user = userFromRow(row, this.#protectedGroups);
    return { user, createdAt, isInvited, disabledAt, removalRequestedAt, addressesChangedAt };
  }
}

/** Whether the change leaves an enabled administrator, if it concerns one. */
const LEAVES_ANOTHER = Prisma.sql`(NOT roles @> ARRAY['administrator'] OR disabled_at IS NOT NULL OR others > 0)`;
