import type { Prisma, PrismaClient } from '../../../generated/prisma/client';
import type { SideEffects } from '../../../messaging/new-message';
import type { ServiceAccount, ServiceAccountId } from '../../../helpdesk/service-accounts/service-account';
import type { KeptKey, SavedBy, ServiceAccountStore } from '../../../helpdesk/service-accounts/service-account-store';
import type { ServiceKeyId } from '../../../helpdesk/service-accounts/service-key';
import { accept, refuse, type Result } from '../../../shared/result';
import { MINUTE } from '../../../shared/time/duration';
import type { Database } from '../../database';
import { holdAdministrator } from '../../locks/hold-administrator';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';
import { previousVersion } from '../../side-effects/save-with-side-effects';
import { removeWebhooks } from '../../side-effects/webhooks-of-systems';
import type { Sql } from '../../sql';
import {
  ACCOUNT_COLUMNS,
  accountFromRow,
  type JoinedRow,
  KEY_COLUMNS,
  keyFromRow,
  splitJoined,
  storedAddress,
} from './service-account-row';

/** Number of keys that are read with their account: at most two are valid, and the rest are for display. */
const KEYS_READ = 12;

const WITH_KEYS = {
  keys: { orderBy: [{ madeAt: 'desc' }, { id: 'asc' }], take: KEYS_READ },
} as const satisfies Prisma.ServiceAccountInclude;

export class PrismaServiceAccountStore implements ServiceAccountStore {
  readonly #client: PrismaClient;
  readonly #sql: Sql;
  readonly #persist: PersistSideEffects;
  readonly #keepsAccounts: boolean;

  /**
   * @param keepsAccounts whether administrators' accounts are stored in this database, and not at an authentication
   *   server
   */
  constructor({ client, sql }: Pick<Database, 'client' | 'sql'>, persist: PersistSideEffects, keepsAccounts: boolean) {
    this.#client = client;
    this.#sql = sql;
    this.#persist = persist;
    this.#keepsAccounts = keepsAccounts;
  }

  async find(id: ServiceAccountId, domain: string): Promise<ServiceAccount | null> {
    const row = await this.#client.serviceAccount.findUnique({ where: { id, domain }, include: WITH_KEYS });
    return row && accountFromRow(row);
  }

  async list(domain: string, limit: number): Promise<ServiceAccount[]> {
    const orderBy = [{ endedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }, { id: 'asc' }] as const;
    const rows = await this.#client.serviceAccount.findMany({
      where: { domain },
      orderBy: [...orderBy],
      take: limit,
      include: WITH_KEYS,
    });
    return rows.map(accountFromRow);
  }

  async hasName(domain: string, name: string): Promise<boolean> {
    return (await this.#client.serviceAccount.count({ where: { domain, name, endedAt: null } })) > 0;
  }

  async findKey(id: ServiceKeyId): Promise<KeptKey | null> {
    const rows = await this.#sql.read<JoinedRow>`
      SELECT ${ACCOUNT_COLUMNS}, ${KEY_COLUMNS}, key.place::int
      FROM service_key AS asked
      JOIN service_account AS account ON account.id = asked.account_id
      JOIN LATERAL (
        SELECT *, row_number() OVER (ORDER BY made_at DESC, id) AS place
        FROM service_key WHERE account_id = asked.account_id
      ) AS key ON key.place <= ${KEYS_READ}::int OR key.id = asked.id
      WHERE asked.id = ${id}
      ORDER BY key.place`;
    const joined = rows.map(splitJoined);
    const match = joined.find(({ key }) => key.id === id);
    if (!match) return null;
    const keys = joined.flatMap(({ key, place }) => (place <= KEYS_READ ? key : []));
    const account = accountFromRow({ ...match.account, keys });
    return { account, key: keyFromRow(match.key), hash: match.key.keyHash };
  }

  async save(
    account: ServiceAccount,
    newKeyHash: string | null,
    { by, sideEffects, webhookRemoved }: SavedBy,
  ): Promise<Result<null, 'version-moved' | 'not-permitted'>> {
    return this.#client.$transaction(async (transaction) => {
      if (this.#keepsAccounts && !(await holdAdministrator(transaction, by))) return refuse('not-permitted');
      const { id, version, scopes, networks, requestsPerMinute, expiresAt, suspendedAt, endedAt, keys } = account;
      const returnAddresses = account.returnAddresses.map(storedAddress);
      const limits = {
        scopes: [...scopes],
        networks: [...networks],
        requestsPerMinute,
        returnAddresses,
        expiresAt,
        suspendedAt,
        endedAt,
      };
      const { count } = await transaction.serviceAccount.updateMany({
        where: { id, ...previousVersion(account) },
        data: { ...limits, version },
      });
      if (count === 0) return refuse('version-moved');
      const [newest, ...older] = keys;
      if (newKeyHash !== null && newest) {
        const { lastUse: _none, ...keyFields } = newest;
        await transaction.serviceKey.create({ data: { ...keyFields, accountId: id, keyHash: newKeyHash } });
      }
      for (const key of newKeyHash === null ? keys : older)
        await transaction.serviceKey.updateMany({ where: { id: key.id }, data: { endsAt: key.endsAt } });
      const removed = endedAt ? await removeBelongings(transaction, id, endedAt) : [];
      const events = webhookRemoved ? removed.map(webhookRemoved) : [];
      await this.#persist(transaction, { ...sideEffects, events: [...sideEffects.events, ...events] });
      return accept(null);
    });
  }

  async noteUse(id: ServiceKeyId, at: Date, address: string | null): Promise<void> {
    const before = new Date(at.getTime() - MINUTE);
    await this.#client.serviceKey.updateMany({
      where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: before } }] },
      data: { lastUsedAt: at, lastUsedFrom: address },
    });
  }

  async listExpiring(before: Date, limit: number): Promise<ServiceAccount[]> {
    const rows = await this.#client.serviceAccount.findMany({
      where: { ...this.#untold(), expiresAt: { lt: before } },
      orderBy: { expiresAt: 'asc' },
      take: limit,
      include: WITH_KEYS,
    });
    return rows.map(accountFromRow);
  }

  async noteTold({ id, expiresAt }: ServiceAccount, sideEffects: SideEffects): Promise<boolean> {
    return this.#client.$transaction(async (transaction) => {
      const { count } = await transaction.serviceAccount.updateMany({
        where: { ...this.#untold(), id, expiresAt },
        data: { toldOfExpiryAt: expiresAt },
      });
      if (count > 0) await this.#persist(transaction, sideEffects);
      return count > 0;
    });
  }

  /** A postponed expiry is announced again. */
  #untold(): Prisma.ServiceAccountWhereInput {
    const { expiresAt } = this.#client.serviceAccount.fields;
    const isUntold = [{ toldOfExpiryAt: null }, { toldOfExpiryAt: { lt: expiresAt } }];
    return { endedAt: null, suspendedAt: null, OR: isUntold };
  }
}

/** Removes the belongings of an account that ends, besides its keys. @returns its webhooks */
async function removeBelongings(transaction: Prisma.TransactionClient, id: ServiceAccountId, at: Date) {
  await transaction.apiRequest.deleteMany({ where: { serviceAccountId: id } });
  return removeWebhooks(transaction, { serviceAccountId: id }, at);
}
