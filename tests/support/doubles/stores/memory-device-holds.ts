import type { AuditEvent } from '@/lib/audit/audit-event';
import type { ReadHold } from '@/lib/devices/acts/device-act';
import {
  HOLD_CAUSES,
  type DeviceHolds,
  type DueLock,
  type HoldCause,
  type StaffHold,
} from '@/lib/devices/locks/device-holds';
import type { MemorySideEffects } from './memory-side-effects';

export class MemoryDeviceHolds implements DeviceHolds {
  readonly #held = new Map<string, Map<HoldCause, StaffHold>>();
  readonly #due: DueLock[] = [];
  readonly #sideEffects: Pick<MemorySideEffects, 'keep'>;

  constructor(sideEffects: Pick<MemorySideEffects, 'keep'> = { keep: () => {} }) {
    this.#sideEffects = sideEffects;
  }

  async hold(
    instanceId: string,
    cause: HoldCause,
    at: Date,
    by: string | null = null,
    events: AuditEvent[] = [],
  ): Promise<void> {
    const isAgain = this.#held.get(instanceId)?.get(cause)?.by === by;
    if (!this.isHeld(instanceId, cause)) this.#due.push({ instanceId, cause });
    const held = this.#held.get(instanceId) ?? new Map<HoldCause, StaffHold>();
    this.#held.set(instanceId, held.set(cause, { by, at }));
    if (!isAgain) this.#sideEffects.keep({ events, messages: [] });
  }

  async markLocked(instanceId: string): Promise<void> {
    this.#forget((due) => due.instanceId === instanceId);
  }

  async listDue(limit: number): Promise<DueLock[]> {
    return this.#due.slice(0, limit);
  }

  #forget(isOver: (due: DueLock) => boolean): void {
    this.#due.splice(0, Infinity, ...this.#due.filter((due) => !isOver(due)));
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
    this.#forget((due) => due.instanceId === instanceId && due.cause === cause);
  }

  async standing(instanceId: string): Promise<HoldCause[]> {
    return HOLD_CAUSES.filter((cause) => this.isHeld(instanceId, cause));
  }

  async heldAt(instanceId: string, cause: HoldCause): Promise<Date | null> {
    return this.#held.get(instanceId)?.get(cause)?.at ?? null;
  }

  async staffHold(instanceId: string): Promise<StaffHold | null> {
    return this.#held.get(instanceId)?.get('helpdesk') ?? null;
  }

  async releaseStaffHold(instanceId: string, read: StaffHold): Promise<boolean> {
    return this.releaseAsRead(instanceId, { cause: 'helpdesk', ...read });
  }

  /** For other stores, inside of their own moves. */
  releaseAsRead(instanceId: string, { cause, by, at }: ReadHold): boolean {
    const held = this.#held.get(instanceId)?.get(cause);
    if (held?.by !== by || held.at.getTime() !== at.getTime()) return false;
    this.releaseNow(instanceId, cause);
    return true;
  }
}
