import type { ActivationId } from '../activation/activation-id';
import type { Result } from '../shared/result';
import type { Consequences } from './consequences';
import type { DeviceNotice, DisownedNotice } from './device-notice';
import type { Used } from './invitation';

/** PORT: keeps what people were told of their new devices. Every write is one transaction with its consequences. */
export interface DeviceNoticeStore {
  findByToken(tokenHash: string): Promise<DeviceNotice | null>;
  /** Activations that became active since then and of which nobody was told, the oldest first. */
  listMissing(since: Date, limit: number): Promise<ActivationId[]>;
  /** Those whose device is still to be locked. */
  listDue(limit: number): Promise<DisownedNotice[]>;
  /** Those disowned since then, newest first. */
  listDisowned(since: Date, limit: number): Promise<DisownedNotice[]>;
  /** @param completed the move of the invitation that the activation belongs to, kept with it */
  add(
    notice: DeviceNotice,
    completed: Used | null,
    consequences: Consequences,
  ): Promise<Result<null, 'already-told' | 'version-moved'>>;
  /** Saves a move; `notice.version` is one above the version that was read. */
  save(notice: DeviceNotice, consequences: Consequences): Promise<Result<null, 'version-moved'>>;
}
