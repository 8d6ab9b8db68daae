import type { AuditEvent } from '../../audit/audit-event';
import type { ManagedWebhook } from '../../messaging/managed-webhook';
import type { SideEffects } from '../../messaging/new-message';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { Result } from '../../shared/result';
import type { ServiceAccount, ServiceAccountId, ServiceKey } from './service-account';
import type { ServiceKeyId } from './service-key';

/** A key with its account, for who presents it. @property hash see `ServiceKeyHash` */
export type KeptKey = { account: ServiceAccount; key: ServiceKey; hash: string };

/**
 * @property by an administrator, who must still be an enabled one when it is saved
 * @property webhookRemoved the record of a webhook that goes with an account that ends
 */
export type SavedBy = {
  by: UserKey;
  sideEffects: SideEffects;
  webhookRemoved?: (webhook: Pick<ManagedWebhook, 'id' | 'address'>) => AuditEvent;
};

/** PORT: service accounts with their keys, of which only hashes are kept. Each change is one transaction. */
export interface ServiceAccountStore {
  /** One of another domain is not there. */
  find(id: ServiceAccountId, domain: string): Promise<ServiceAccount | null>;
  /** Those that have ended last; otherwise the newest first. */
  list(domain: string, limit: number): Promise<ServiceAccount[]>;
  /** Whether an account that has not ended has the name. */
  hasName(domain: string, name: string): Promise<boolean>;
  /** Of every domain: whoever presents a key names none. */
  findKey(id: ServiceKeyId): Promise<KeptKey | null>;
  /**
   * Saves a move. The account's version is one above the version it was read with. One that ends takes along what it has
   * here: its webhooks with what waits for them, and the answers that its requests would get again.
   * @param newKeyHash of the first of the account's keys, if the move adds it; null otherwise
   */
  save(
    account: ServiceAccount,
    newKeyHash: string | null,
    saved: SavedBy,
  ): Promise<Result<null, 'version-moved' | 'not-permitted'>>;
  /** Notes that a key was used, unless a use within the last minute is noted. */
  noteUse(id: ServiceKeyId, at: Date, address: string | null): Promise<void>;
  /** Of every domain: accounts that expire before a time, are neither suspended nor ended, and whose administrators were not told. */
  listExpiring(before: Date, limit: number): Promise<ServiceAccount[]>;
  /** Records that they were notified, once for each expiry. @returns false if another process did */
  noteTold(account: ServiceAccount, sideEffects: SideEffects): Promise<boolean>;
}

/** Hashes a key under a secret that is not in the database: a reader of the hashes can neither use nor forge one. */
export type ServiceKeyHash = (key: string) => Promise<string>;
