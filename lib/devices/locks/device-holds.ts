import type { AuditEvent } from '../../audit/audit-event';

/**
 * Why a device is locked: by the helpdesk, by its user, because another device replaced it, because it was reported, or
 * because its user froze the account.
 * Users release `person`, undoing a replacement releases `replaced`, and whoever of the helpdesk locked a device by
 * mistake releases that within minutes; two members of
 * the helpdesk release `frozen`; nothing releases `reported`.
 */
export const HOLD_CAUSES = ['helpdesk', 'person', 'replaced', 'reported', 'frozen'] as const;
export type HoldCause = (typeof HOLD_CAUSES)[number];

/** The latest hold of a device by staff. @property by user ID; null if it is not known */
export type StaffHold = { by: string | null; at: Date };

/** A cause whose device is not known to be locked: a crash came in between, or the gateway has failed. */
export type DueLock = { instanceId: string; cause: HoldCause };

/** PORT: the causes that keep devices locked. A device stays locked while any of them stands. */
export interface DeviceHolds {
  /**
   * Idempotent for each cause; the latest call says when, and by whom.
   * @param by of staff; null for any other
   * @param events recorded in the same transaction, unless the same cause stands already and is the same person's
   */
  hold(instanceId: string, cause: HoldCause, at: Date, by?: string | null, events?: AuditEvent[]): Promise<void>;
  /** The gateway has locked the device, for every cause that stands. */
  markLocked(instanceId: string, at: Date): Promise<void>;
  /** Oldest first. */
  listDue(limit: number): Promise<DueLock[]>;
  /** Releases a cause, if it stands. Does not unlock the device. */
  release(instanceId: string, cause: HoldCause): Promise<void>;
  /** In the order of `HOLD_CAUSES`. Empty for a device that the gateway itself has locked. */
  standing(instanceId: string): Promise<HoldCause[]>;
  /** Since when a cause stands, by its latest hold; null if it does not. */
  heldAt(instanceId: string, cause: HoldCause): Promise<Date | null>;
  /** The hold for `helpdesk`; null if it does not stand. */
  staffHold(instanceId: string): Promise<StaffHold | null>;
  /** Releases that hold, unless somebody has held the device again since it was read. @returns whether it did */
  releaseStaffHold(instanceId: string, read: StaffHold): Promise<boolean>;
}
