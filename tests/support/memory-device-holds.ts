import type { DeviceHolds } from '@/lib/authenticators/device-holds';

export class MemoryDeviceHolds implements DeviceHolds {
  readonly #held = new Set<string>();

  async hold(instanceId: string): Promise<void> {
    this.#held.add(instanceId);
  }

  async release(instanceId: string): Promise<void> {
    this.#held.delete(instanceId);
  }

  async isHeld(instanceId: string): Promise<boolean> {
    return this.#held.has(instanceId);
  }
}
