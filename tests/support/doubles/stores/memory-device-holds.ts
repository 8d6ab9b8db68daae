import { HOLD_CAUSES, type DeviceHolds, type HoldCause } from '@/lib/devices/locks/device-holds';

export class MemoryDeviceHolds implements DeviceHolds {
  readonly #held = new Map<string, Set<HoldCause>>();

  async hold(instanceId: string, cause: HoldCause): Promise<void> {
    this.#held.set(instanceId, new Set([...(this.#held.get(instanceId) ?? []), cause]));
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
}
