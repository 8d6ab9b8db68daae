import type { ServiceAccount as AccountRow, ServiceKey as KeyRow } from '../../../generated/prisma/client';
import type { ReturnAddress } from '../../../helpdesk/service-accounts/return-address';
import type { ServiceAccount, ServiceAccountId, ServiceKey } from '../../../helpdesk/service-accounts/service-account';
import type { ServiceKeyId } from '../../../helpdesk/service-accounts/service-key';
import { serviceScopes } from '../../../helpdesk/service-accounts/service-scope';
import type { NetworkRange } from '../../../shared/network-range';
import { constantPart } from '../../sql';

/** Of `service_account AS account`: those that a `ServiceAccount` has. */
export const ACCOUNT_COLUMNS =
  constantPart(`account.id, account.version, account.domain, account.name, account.scopes, account.networks,
  account.requests_per_minute AS "requestsPerMinute", account.return_addresses AS "returnAddresses",
  account.requested_by AS "requestedBy", account.approved_by AS "approvedBy", account.created_at AS "createdAt",
  account.expires_at AS "expiresAt", account.suspended_at AS "suspendedAt", account.ended_at AS "endedAt"`);

/** Of `service_key AS key`, beside the account's. */
export const KEY_COLUMNS = constantPart(`key.id AS "keyId", key.key_hash AS "keyHash", key.made_at AS "madeAt",
  key.shown_to AS "shownTo", key.ends_at AS "endsAt", key.last_used_at AS "lastUsedAt",
  key.last_used_from AS "lastUsedFrom"`);

type AccountColumns = Omit<AccountRow, 'toldOfExpiryAt'> & Partial<Pick<AccountRow, 'toldOfExpiryAt'>>;
type KeyColumns = Omit<KeyRow, 'accountId'>;

/** An account with one of its keys. @property place of the key, 1 for the newest */
export type JoinedRow = AccountColumns & Omit<KeyColumns, 'id'> & { keyId: string; place: number };

export function splitJoined({
  keyId,
  keyHash,
  madeAt,
  shownTo,
  endsAt,
  lastUsedAt,
  lastUsedFrom,
  place,
  ...account
}: JoinedRow): { account: AccountColumns; key: KeyColumns; place: number } {
  return { account, key: { id: keyId, keyHash, madeAt, shownTo, endsAt, lastUsedAt, lastUsedFrom }, place };
}

/** Drops scopes that no machine may have, whatever stored them. */
export function accountFromRow({
  toldOfExpiryAt: _told,
  ...row
}: AccountColumns & { keys: KeyColumns[] }): ServiceAccount {
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

export function storedAddress({ addedAt, ...address }: ReturnAddress): StoredAddress {
  return { ...address, addedAt: addedAt.toISOString() };
}

function addressFromStored({ addedAt, ...address }: StoredAddress): ReturnAddress {
  return { ...address, addedAt: new Date(addedAt) };
}

export function keyFromRow({ id, madeAt, shownTo, endsAt, lastUsedAt, lastUsedFrom }: KeyColumns): ServiceKey {
  const lastUse = lastUsedAt && { at: lastUsedAt, address: lastUsedFrom };
  return { id: id as ServiceKeyId, madeAt, shownTo, endsAt, lastUse };
}
