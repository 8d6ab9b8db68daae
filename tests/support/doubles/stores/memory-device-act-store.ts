import type { AuditEvent } from '@/lib/audit/audit-event';
import type { DeviceAct, DeviceActId, DeviceActStore, ReadHold } from '@/lib/devices/acts/device-act';
import type { MemoryDeviceHolds } from './memory-device-holds';
import type { MemorySideEffects } from './memory-side-effects';

/** The port in a map. Nothing is awaited between reading and writing, which makes every method atomic. */
export class MemoryDeviceActStore implements DeviceActStore {
  readonly #acts = new Map<DeviceActId, DeviceAct>();
  readonly #holds: MemoryDeviceHolds;
  readonly #sideEffects: Pick<MemorySideEffects, 'keep'>;

  constructor(holds: MemoryDeviceHolds, sideEffects: Pick<MemorySideEffects, 'keep'>) {
    this.#holds = holds;
    this.#sideEffects = sideEffects;
  }

  async begin(act: DeviceAct, released: ReadHold | null): Promise<boolean> {
    if (released && !this.#holds.releaseAsRead(act.instanceId, released)) return false;
    this.#acts.set(act.id, act);
    return true;
  }

  async listDue(now: Date, limit: number): Promise<DeviceAct[]> {
    return [...this.#acts.values()].filter(({ lookAt }) => lookAt <= now).slice(0, limit);
  }

  async claim(act: DeviceAct, lookAt: Date): Promise<boolean> {
    const kept = this.#acts.get(act.id);
    if (kept?.lookAt.getTime() !== act.lookAt.getTime()) return false;
    this.#acts.set(act.id, { ...kept, lookAt });
    return true;
  }

  async end({ id, instanceId, deed }: DeviceAct, events: AuditEvent[]): Promise<void> {
    if (!this.#acts.delete(id)) return;
    this.#sideEffects.keep({ events, messages: [] });
    if (deed.kind !== 'remove' || events.length === 0) return;
    for (const act of this.#acts.values())
      if (act.instanceId === instanceId && act.deed.kind === 'remove') this.#acts.delete(act.id);
  }

  async takeBack({ id, instanceId }: DeviceAct, released: ReadHold | null): Promise<void> {
    if (!this.#acts.delete(id) || !released || this.#holds.isHeld(instanceId, released.cause)) return;
    await this.#holds.hold(instanceId, released.cause, released.at, released.by);
  }
}
