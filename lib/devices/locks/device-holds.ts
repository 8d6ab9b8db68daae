/**
 * Why a device is locked: the helpdesk did it; its person did; another device has taken its place; or it was reported.
 * Only what may lift a cause lifts it: a person their own, undoing a replacement its own, and the other two nothing here.
 */
export const HOLD_CAUSES = ['helpdesk', 'person', 'replaced', 'reported'] as const;
export type HoldCause = (typeof HOLD_CAUSES)[number];

/** PORT: why devices are locked, once for each cause. A device stays locked while any of them stands. */
export interface DeviceHolds {
  /** Does nothing when it is held for this cause already. */
  hold(instanceId: string, cause: HoldCause, at: Date): Promise<void>;
  /** Lifts this cause; does nothing when it does not stand. Unlocks nothing. */
  release(instanceId: string, cause: HoldCause): Promise<void>;
  /** The causes that stand, in the order of `HOLD_CAUSES`. A device that the gateway itself has locked has none. */
  standing(instanceId: string): Promise<HoldCause[]>;
}
