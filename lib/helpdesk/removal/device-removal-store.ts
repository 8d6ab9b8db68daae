import type { UserKey } from '../../shared/identifiers/user-key';
import type { Result } from '../../shared/result';
import type { SideEffects } from '../../messaging/side-effects';
import type { DeviceRemoval, DeviceRemovalId, RemovalApproved, RemovalAwaiting } from './device-removal';

/** PORT: keeps removals. Every write is one transaction with its side effects. */
export interface DeviceRemovalStore {
  find(id: DeviceRemovalId): Promise<DeviceRemoval | null>;
  /** Oldest first. */
  listAwaiting(limit: number): Promise<RemovalAwaiting[]>;
  /** Newest first. */
  listFor(user: UserKey, limit: number): Promise<DeviceRemoval[]>;
  /** Those whose time to be decided is over, and those that were approved and are still to be done. */
  listDue(now: Date, limit: number): Promise<(RemovalAwaiting | RemovalApproved)[]>;
  /** A device has at most one that is not over. */
  create(removal: RemovalAwaiting | RemovalApproved, sideEffects: SideEffects): Promise<Result<null, 'already-asked'>>;
  /** Saves a move; `removal.version` is one above the version that was read. */
  save(removal: DeviceRemoval, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>>;
}
