import type { UserKey } from '@/lib/shared/identifiers/user-key';
import type { SideEffects } from '@/lib/messaging/new-message';
import type {
  DeviceRemoval,
  DeviceRemovalId,
  RemovalApproved,
  RemovalAwaiting,
  DeviceRemovalStore,
} from '@/lib/helpdesk/removal/device-removal';
import { accept, refuse, type Result } from '@/lib/shared/result';
import type { MemorySideEffects } from './memory-side-effects';

/** The port in a map. Nothing is awaited inside a method, which makes every method atomic. */
export class MemoryDeviceRemovalStore implements DeviceRemovalStore {
  readonly #kept = new Map<DeviceRemovalId, DeviceRemoval>();
  readonly #sideEffects: MemorySideEffects;

  constructor(sideEffects: MemorySideEffects) {
    this.#sideEffects = sideEffects;
  }

  async find(id: DeviceRemovalId): Promise<DeviceRemoval | null> {
    return this.#kept.get(id) ?? null;
  }

  async listAwaiting(domain: string, limit: number): Promise<RemovalAwaiting[]> {
    return this.#oldestFirst()
      .filter((removal) => removal.state === 'awaiting-approval')
      .filter((removal) => removal.domain === domain)
      .slice(0, limit);
  }

  async listFor({ userId, domain }: UserKey, limit: number): Promise<DeviceRemoval[]> {
    const own = this.#oldestFirst().filter((removal) => removal.userId === userId && removal.domain === domain);
    return own.toReversed().slice(0, limit);
  }

  async listDue(now: Date, limit: number): Promise<(RemovalAwaiting | RemovalApproved)[]> {
    return this.#open()
      .filter((removal) => removal.state === 'approved' || removal.endsAt <= now)
      .slice(0, limit);
  }

  async create(
    removal: RemovalAwaiting | RemovalApproved,
    sideEffects: SideEffects,
  ): Promise<Result<null, 'already-asked'>> {
    if (this.#open().some(({ instanceId }) => instanceId === removal.instanceId)) return refuse('already-asked');
    this.#kept.set(removal.id, removal);
    this.#sideEffects.keep(sideEffects);
    return accept(null);
  }

  async save(removal: DeviceRemoval, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>> {
    if (this.#kept.get(removal.id)?.version !== removal.version - 1) return refuse('version-moved');
    this.#kept.set(removal.id, removal);
    this.#sideEffects.keep(sideEffects);
    return accept(null);
  }

  clear(): void {
    this.#kept.clear();
  }

  #oldestFirst(): DeviceRemoval[] {
    return [...this.#kept.values()].toSorted((left, right) => left.requestedAt.getTime() - right.requestedAt.getTime());
  }

  #open(): (RemovalAwaiting | RemovalApproved)[] {
    return this.#oldestFirst().filter(({ state }) => state === 'awaiting-approval' || state === 'approved') as (
      | RemovalAwaiting
      | RemovalApproved
    )[];
  }
}
