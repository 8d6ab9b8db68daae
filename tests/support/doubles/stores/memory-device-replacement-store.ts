import type { UserKey } from '@/lib/shared/identifiers/user-key';
import {
  isOpen,
  isUnderWay,
  type AwaitingDevice,
  type AwaitingTest,
  type DeviceReplacement,
  type DeviceReplacementId,
  type OpenReplacement,
  type UnderWay,
  type Undoing,
  type DeviceReplacementStore,
} from '@/lib/devices/replacement/device-replacement';
import type { SideEffects } from '@/lib/messaging/new-message';
import { accept, refuse, type Result } from '@/lib/shared/result';
import type { MemorySideEffects } from './memory-side-effects';
import type { MemoryDeviceHolds } from './memory-device-holds';

/** The port in a map. Nothing is awaited inside a method, which makes every method atomic. */
export class MemoryDeviceReplacementStore implements DeviceReplacementStore {
  readonly #kept = new Map<DeviceReplacementId, DeviceReplacement>();
  readonly #sideEffects: MemorySideEffects;
  readonly #holds: MemoryDeviceHolds;

  constructor(sideEffects: MemorySideEffects, holds: MemoryDeviceHolds) {
    this.#sideEffects = sideEffects;
    this.#holds = holds;
  }

  all(): DeviceReplacement[] {
    return [...this.#kept.values()];
  }

  async find(id: DeviceReplacementId, { userId, domain }: UserKey): Promise<DeviceReplacement | null> {
    const kept = this.#kept.get(id);
    return kept?.userId === userId && kept.domain === domain ? kept : null;
  }

  async findUnderWay(user: UserKey): Promise<UnderWay | null> {
    return this.#openOf(user).find(isUnderWay) ?? null;
  }

  async listOpen(user: UserKey): Promise<OpenReplacement[]> {
    return this.#openOf(user).toSorted((left, right) => right.startedAt.getTime() - left.startedAt.getTime());
  }

  async listDue(now: Date, limit: number): Promise<(OpenReplacement | Undoing)[]> {
    const undoing = [...this.#kept.values()].filter(({ state }) => state === 'undoing') as Undoing[];
    const due = this.#open()
      .filter((one) => one.endsAt <= now || (one.state === 'awaiting-test' && this.#isHeld(one)))
      .toSorted((left, right) => left.endsAt.getTime() - right.endsAt.getTime());
    return [...due, ...undoing].slice(0, limit);
  }

  async create(replacement: AwaitingDevice, sideEffects: SideEffects): Promise<Result<null, 'already-under-way'>> {
    const isTaken = this.#open().some((one) => one.oldInstanceId === replacement.oldInstanceId);
    if (isTaken || this.#openOf(replacement).some(isUnderWay)) return refuse('already-under-way');
    this.#kept.set(replacement.id, replacement);
    this.#sideEffects.keep(sideEffects);
    return accept(null);
  }

  async save(replacement: DeviceReplacement, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>> {
    if (!this.saveNow(replacement)) return refuse('version-moved');
    this.#sideEffects.keep(sideEffects);
    return accept(null);
  }

  /** For other stores, inside of their own moves. @returns whether it was in the version that the move was made from */
  saveNow(replacement: DeviceReplacement): boolean {
    const { id, state, oldInstanceId } = replacement;
    if (!this.isNext(replacement)) return false;
    this.#kept.set(id, replacement);
    if (state === 'undoing' || state === 'cancelled') this.#holds.releaseNow(oldInstanceId, 'replaced');
    return true;
  }

  isNext({ id, version }: DeviceReplacement): boolean {
    return this.#kept.get(id)?.version === version - 1;
  }

  #isHeld({ oldInstanceId }: AwaitingTest): boolean {
    return this.#holds.isHeld(oldInstanceId, 'replaced');
  }

  #open(): OpenReplacement[] {
    return [...this.#kept.values()].filter(isOpen);
  }

  #openOf({ userId, domain }: UserKey): OpenReplacement[] {
    return this.#open().filter((one) => one.userId === userId && one.domain === domain);
  }
}
