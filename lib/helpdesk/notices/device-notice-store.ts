import type { ActivationId } from '../../shared/identifiers/activation-id';
import type { AwaitingTest } from '../../devices/replacement/device-replacement';
import type { Result } from '../../shared/result';
import type { SideEffects } from '../../messaging/side-effects';
import type { DeviceNotice, DisownedNotice } from './device-notice';
import type { Used } from '../invitations/invitation';

/** PORT: keeps what people were told of their new devices. Every write is one transaction with its side effects. */
export interface DeviceNoticeStore {
  findByToken(tokenHash: string): Promise<DeviceNotice | null>;
  /** Activations that became active since then and of which nobody was told, the oldest first. */
  listMissing(since: Date, limit: number): Promise<ActivationId[]>;
  /** Those whose device is still to be locked. */
  listDue(limit: number): Promise<DisownedNotice[]>;
  /** Those disowned since then, newest first. */
  listDisowned(since: Date, limit: number): Promise<DisownedNotice[]>;
  /**
   * @param moves what the device brings about: the invitation that it completes, and the replacement that it is the new
   * device of; kept with the notice, so that both are made once
   */
  add(
    notice: DeviceNotice,
    moves: { completed: Used | null; replacing: AwaitingTest | null },
    sideEffects: SideEffects,
  ): Promise<Result<null, 'already-told' | 'version-moved'>>;
  /** Saves a move; `notice.version` is one above the version that was read. */
  save(notice: DeviceNotice, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>>;
}
