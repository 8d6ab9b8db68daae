import type { UserKey } from '../../shared/identifiers/user-key';
import type { SideEffects } from '../../messaging/side-effects';
import type { Result } from '../../shared/result';
import type {
  AwaitingDevice,
  DeviceReplacement,
  DeviceReplacementId,
  OpenReplacement,
  UnderWay,
} from './device-replacement';

/** PORT: keeps replacements. Every write is one transaction with its side effects. */
export interface DeviceReplacementStore {
  find(id: DeviceReplacementId): Promise<DeviceReplacement | null>;
  /** A person replaces one device at a time. */
  findUnderWay(user: UserKey): Promise<UnderWay | null>;
  /** Those of a person that are not over, the newest first. */
  listOpen(user: UserKey): Promise<OpenReplacement[]>;
  /** Those whose time is over and that have not ended yet. */
  listDue(now: Date, limit: number): Promise<OpenReplacement[]>;
  create(replacement: AwaitingDevice, sideEffects: SideEffects): Promise<Result<null, 'already-under-way'>>;
  /**
   * Saves a move; `replacement.version` is one above the version that was read. One that is undone or cancelled holds its old
   * device no more: with it goes the hold for that cause.
   */
  save(replacement: DeviceReplacement, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>>;
}
