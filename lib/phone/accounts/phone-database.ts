import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Account, SealedAccount } from './account';
import type { SealedOnDevice } from '../keys/sealed-on-device';
import type { GatewayAddress } from '../gateway-address';

/** A pending activation as it is stored: the call under the device's key; of the account no key is open, and no PIN is in it. */
export type SealedPendingActivation = { call: SealedOnDevice; account: SealedAccount; begunAt: Date };

interface PhoneSchema extends DBSchema {
  accounts: { key: string; value: Account };
  /** Under `key`: the device's key, which never leaves the browser. */
  device: { key: string; value: CryptoKey };
  /** Under a website's origin: public keys in base64url that the phone holds it to. */
  siteKeys: { key: string; value: string[] };
  /** Under `identifier`: where the gateway reaches this phone. */
  notifications: { key: string; value: SealedOnDevice };
  /** Under `address`: the website's gateway, as it was last told. */
  gateway: { key: string; value: GatewayAddress };
  /** Under `pending`: the offline activation that is under way. */
  offlineActivation: { key: string; value: SealedOnDevice };
  /** Under `pending`: the activation whose last connection is not answered yet. */
  pendingActivation: { key: string; value: SealedPendingActivation };
}

export type PhoneDatabase = IDBPDatabase<PhoneSchema>;

const VERSION = 5;

/**
 * Opens the phone's store and creates it when there is none.
 * @param onReplaced called when a newer version of the app, open in another tab, needs this connection closed
 * @throws DOMException when the browser allows no storage
 */
export async function openPhoneDatabase(onReplaced: () => void, name = 'authenticator'): Promise<PhoneDatabase> {
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
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onReplaced();
    },
  });
}
