import { HOLD_CAUSES, type DeviceHolds, type HoldCause, type StaffHold } from '@/lib/devices/locks/device-holds';

export class MemoryDeviceHolds implements DeviceHolds {
  readonly #held = new Map<string, Map<HoldCause, StaffHold>>();

  async hold(instanceId: string, cause: HoldCause, at: Date, by: string | null = null): Promise<void> {
    const held = this.#held.get(instanceId) ?? new Map<HoldCause, StaffHold>();
    this.#held.set(instanceId, held.set(cause, { by, at }));
  }

  async release(instanceId: string, cause: HoldCause): Promise<void> {
    this.releaseNow(instanceId, cause);
  }

  /** For other stores. */
  isHeld(instanceId: string, cause: HoldCause): boolean {
    return this.#held.get(instanceId)?.has(cause) === true;
  }

  /** For other stores, inside of their own moves. */
  releaseNow(instanceId: string, cause: HoldCause): void {
    this.#held.get(instanceId)?.delete(cause);
  }

  async standing(instanceId: string): Promise<HoldCause[]> {
    return HOLD_CAUSES.filter((cause) => this.isHeld(instanceId, cause));
  }

  async staffHold(instanceId: string): Promise<StaffHold | null> {
    return this.#held.get(instanceId)?.get('helpdesk') ?? null;
  }

  async releaseStaffHold(instanceId: string, { by, at }: StaffHold): Promise<boolean> {
    const held = await this.staffHold(instanceId);
    if (held?.by !== by || held.at.getTime() !== at.getTime()) return false;
    this.releaseNow(instanceId, 'helpdesk');
    return true;
  }
}
