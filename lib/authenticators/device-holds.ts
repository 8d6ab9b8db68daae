/**
 * PORT: devices that were locked for a reason that their person, or whoever has their password, cannot lift: the helpdesk
 * did it, it was reported, or another device has taken its place.
 */
export interface DeviceHolds {
  /** Does nothing when it is held already. */
  hold(instanceId: string, at: Date): Promise<void>;
  release(instanceId: string): Promise<void>;
  isHeld(instanceId: string): Promise<boolean>;
}
