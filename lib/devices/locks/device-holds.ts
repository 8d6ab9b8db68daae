/**
 * Why a device is locked: by the helpdesk, by its user, because another device replaced it, or because it was reported.
 * Users release `person`, undoing a replacement releases `replaced`, and whoever of the helpdesk locked a device by
 * mistake releases that within minutes; nothing releases `reported`.
 */
export const HOLD_CAUSES = ['helpdesk', 'person', 'replaced', 'reported'] as const;
export type HoldCause = (typeof HOLD_CAUSES)[number];

/** The latest hold of a device by staff. @property by user ID; null if it is not known */
export type StaffHold = { by: string | null; at: Date };

/** PORT: the causes that keep devices locked. A device stays locked while any of them stands. */
export interface DeviceHolds {
  /** Idempotent for each cause; the latest call says when, and by whom. @param by of staff; null for any other */
  hold(instanceId: string, cause: HoldCause, at: Date, by?: string | null): Promise<void>;
  /** Releases a cause, if it stands. Does not unlock the device. */
  release(instanceId: string, cause: HoldCause): Promise<void>;
  /** In the order of `HOLD_CAUSES`. Empty for a device that the gateway itself has locked. */
  standing(instanceId: string): Promise<HoldCause[]>;
  /** The hold for `helpdesk`; null if it does not stand. */
  staffHold(instanceId: string): Promise<StaffHold | null>;
  /** Releases that hold, unless somebody has held the device again since it was read. @returns whether it did */
  releaseStaffHold(instanceId: string, read: StaffHold): Promise<boolean>;
}
