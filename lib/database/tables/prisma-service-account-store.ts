import type {
  Prisma,
  PrismaClient,
  ServiceAccount as AccountRow,
  ServiceKey as KeyRow,
} from '../../generated/prisma/client';
import type { SideEffects } from '../../messaging/new-message';
import type { ReturnAddress } from '../../service-accounts/return-address';
import type { ServiceAccount, ServiceAccountId, ServiceKey } from '../../service-accounts/service-account';
import type { KeptKey, SavedBy, ServiceAccountStore } from '../../service-accounts/service-account-store';
import type { ServiceKeyId } from '../../service-accounts/service-key';
import { serviceScopes } from '../../service-accounts/service-scope';
import type { NetworkRange } from '../../shared/network-range';
import { accept, refuse, type Result } from '../../shared/result';
import { MINUTE } from '../../shared/time/duration';
import { holdAdministrator } from '../hold-administrator';
import type { PersistSideEffects } from '../persist-side-effects';
import { previousVersion } from '../save-with-side-effects';

/** Keys that are read with their account: more than two never open, and the rest is for people to see. */
const KEYS_READ = 12;

const WITH_KEYS = {
  keys: { orderBy: [{ madeAt: 'desc' }, { id: 'asc' }], take: KEYS_READ },
} as const satisfies Prisma.ServiceAccountInclude;

type RowWithKeys = AccountRow & { keys: KeyRow[] };

export class PrismaServiceAccountStore implements ServiceAccountStore {
  readonly #client: PrismaClient;
  readonly #persist: PersistSideEffects;
  readonly #keepsAccounts: boolean;

  /** @param keepsAccounts whether administrators' accounts are in this database, and not at an authentication server */
  constructor(client: PrismaClient, persist: PersistSideEffects, keepsAccounts: boolean) {
    this.#client = client;
    this.#persist = persist;
    this.#keepsAccounts = keepsAccounts;
  }

  async find(id: ServiceAccountId): Promise<ServiceAccount | null> {
    const row = await this.#client.serviceAccount.findUnique({ where: { id }, include: WITH_KEYS });
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

  async findKey(id: ServiceKeyId): Promise<KeptKey | null> {
    const include = { account: { include: WITH_KEYS } };
    const row = await this.#client.serviceKey.findUnique({ where: { id }, include });
    return row && { account: accountFromRow(row.account), key: keyFromRow(row), hash: row.keyHash };
  }

  async save(
    account: ServiceAccount,
    newKeyHash: string | null,
    { by, sideEffects }: SavedBy,
  ): Promise<Result<null, 'version-moved' | 'not-permitted'>> {
    return this.#client.$transaction(async (transaction) => {
      if (this.#keepsAccounts && !(await holdAdministrator(transaction, by))) return refuse('not-permitted');
      const { id, version, scopes, networks, requestsPerMinute, expiresAt, suspendedAt, endedAt, keys } = account;
      const returnAddresses = account.returnAddresses.map(storedAddress);
      const changed = {
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
        data: { ...changed, version },
      });
      if (count === 0) return refuse('version-moved');
      const [newest, ...older] = keys;
      if (newKeyHash !== null && newest) {
        const { lastUse: _none, ...made } = newest;
        await transaction.serviceKey.create({ data: { ...made, accountId: id, keyHash: newKeyHash } });
      }
      for (const key of newKeyHash === null ? keys : older)
        await transaction.serviceKey.updateMany({ where: { id: key.id }, data: { endsAt: key.endsAt } });
      await this.#persist(transaction, sideEffects);
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

  /** A later expiry is told of again. */
  #untold(): Prisma.ServiceAccountWhereInput {
    const { expiresAt } = this.#client.serviceAccount.fields;
    const isUntold = [{ toldOfExpiryAt: null }, { toldOfExpiryAt: { lt: expiresAt } }];
    return { endedAt: null, suspendedAt: null, OR: isUntold };
  }
}

/** Drops what no machine may have, whoever stored it. */
function accountFromRow({ toldOfExpiryAt: _told, ...row }: RowWithKeys): ServiceAccount {
  return {
    ...row,
    id: row.id as ServiceAccountId,
    scopes: serviceScopes(row.scopes),
    networks: row.networks as NetworkRange[],
    returnAddresses: (row.returnAddresses as StoredAddress[]).map(addressFromStored),
    keys: row.keys.map(keyFromRow),
  };
}

/** As JSON. */
type StoredAddress = Omit<ReturnAddress, 'addedAt'> & { addedAt: string };

function storedAddress({ addedAt, ...address }: ReturnAddress): StoredAddress {
  return { ...address, addedAt: addedAt.toISOString() };
}

function addressFromStored({ addedAt, ...address }: StoredAddress): ReturnAddress {
  return { ...address, addedAt: new Date(addedAt) };
}

function keyFromRow({ id, madeAt, shownTo, endsAt, lastUsedAt, lastUsedFrom }: KeyRow): ServiceKey {
  const lastUse = lastUsedAt && { at: lastUsedAt, address: lastUsedFrom };
  return { id: id as ServiceKeyId, madeAt, shownTo, endsAt, lastUse };
}
