/**
 * Why a device is locked: by the helpdesk, by its user, because another device replaced it, or because it was reported.
 * Users release `person`, and undoing a replacement releases `replaced`; nothing releases the other two.
 */
export const HOLD_CAUSES = ['helpdesk', 'person', 'replaced', 'reported'] as const;
export type HoldCause = (typeof HOLD_CAUSES)[number];

/** PORT: the causes that keep devices locked. A device stays locked while any of them stands. */
export interface DeviceHolds {
  /** Idempotent for each cause. */
  hold(instanceId: string, cause: HoldCause, at: Date): Promise<void>;
  /** Releases a cause, if it stands. Does not unlock the device. */
  release(instanceId: string, cause: HoldCause): Promise<void>;
  /** In the order of `HOLD_CAUSES`. Empty for a device that the gateway itself has locked. */
  standing(instanceId: string): Promise<HoldCause[]>;
}
