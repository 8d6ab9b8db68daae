import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Account, SealedAccount } from './account';
import type { Mosaic } from '../../shared/codes/mosaic';
import type { SealedOnDevice } from '../keys/sealed-on-device';
import type { GatewayAddress } from '../gateway-address';

/** A pending activation as stored: the call is encrypted under the device key, and the account holds no plain key or PIN. */
export type SealedPendingActivation = {
  call: SealedOnDevice;
  account: SealedAccount;
  begunAt: Date;
  mosaic?: Mosaic | null;
};

interface PhoneSchema extends DBSchema {
  accounts: { key: string; value: Account };
  /** `key`: the device key, not extractable. */
  device: { key: string; value: CryptoKey };
  /** By origin: the website's pinned public keys, in base64url. */
  siteKeys: { key: string; value: string[] };
  /** `identifier`: see `notificationId`. */
  notifications: { key: string; value: SealedOnDevice };
  /** `address`: see `StoredGatewayAddress`. */
  gateway: { key: string; value: GatewayAddress };
  /** `pending`: see `OfflineActivationStore`. */
  offlineActivation: { key: string; value: SealedOnDevice };
  /** `pending`: see `PendingActivationStore`. */
  pendingActivation: { key: string; value: SealedPendingActivation };
}

export type PhoneDatabase = IDBPDatabase<PhoneSchema>;

/** The database's name in the browser. */
export const PHONE_DATABASE = 'authenticator';

const VERSION = 5;

/**
 * Opens the phone's database, and creates or upgrades it.
 * @param onReplaced called when a newer version of the app in another tab waits for this connection to close; nothing can be
 *   read or stored afterwards
 * @param onBlocked called when an older version in another tab still keeps its own open; the answer comes once it has not
 * @throws DOMException when the browser allows no storage, or (`VersionError`) a newer version has opened it before
 */
export async function openPhoneDatabase(
  onReplaced: (close: () => void) => void,
  onBlocked: () => void = () => undefined,
  name = PHONE_DATABASE,
): Promise<PhoneDatabase> {
  return await openDB<PhoneSchema>(name, VERSION, {
    upgrade(database, from) {
      if (from < 1) {
        database.createObjectStore('accounts', { keyPath: 'instanceId' });
        database.createObjectStore('device');
      }
      if (from < 2) database.createObjectStore('siteKeys');
      if (from < 3) database.createObjectStore('notifications');
      if (from < 4) {
        database.createObjectStore('gateway');
        database.createObjectStore('offlineActivation');
      }
      if (from < 5) database.createObjectStore('pendingActivation');
    },
    blocked: onBlocked,
    blocking(_current, _blocked, event) {
      const database = event.target as IDBDatabase;
      onReplaced(() => database.close());
    },
  });
}
