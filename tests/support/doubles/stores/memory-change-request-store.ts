import type { ChangeRequest, ChangeRequestId, ChangeRequestStore } from '@/lib/helpdesk/changes/change-request';
import type { SideEffects } from '@/lib/messaging/new-message';
import { accept, refuse, type Result } from '@/lib/shared/result';
import type { MemorySideEffects } from './memory-side-effects';

/** The port in a map. Nothing is awaited inside a method, which makes every method atomic. */
export class MemoryChangeRequestStore implements ChangeRequestStore {
  readonly #kept = new Map<ChangeRequestId, ChangeRequest>();
  readonly #sideEffects: MemorySideEffects;

  constructor(sideEffects: MemorySideEffects) {
    this.#sideEffects = sideEffects;
  }

  async find(id: ChangeRequestId): Promise<ChangeRequest | null> {
    return this.#kept.get(id) ?? null;
  }

  async listAwaiting(domain: string, limit: number): Promise<ChangeRequest[]> {
    return this.#open()
      .filter((request) => request.state === 'awaiting-approval' && request.domain === domain)
      .slice(0, limit);
  }

  async listDue(now: Date, limit: number): Promise<ChangeRequest[]> {
    return this.#open()
      .filter(({ state, endsAt }) => state === 'approved' || endsAt <= now)
      .slice(0, limit);
  }

  async create(request: ChangeRequest, sideEffects: SideEffects): Promise<Result<null, 'already-asked'>> {
    if (this.#open().some((other) => keyOf(other) === keyOf(request))) return refuse('already-asked');
    this.#kept.set(request.id, request);
    this.#sideEffects.keep(sideEffects);
    return accept(null);
  }

  async save(request: ChangeRequest, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>> {
    if (this.#kept.get(request.id)?.version !== request.version - 1) return refuse('version-moved');
    this.#kept.set(request.id, request);
    this.#sideEffects.keep(sideEffects);
    return accept(null);
  }

  #open(): ChangeRequest[] {
    return [...this.#kept.values()]
      .filter(({ state }) => state === 'awaiting-approval' || state === 'approved')
      .toSorted((left, right) => left.requestedAt.getTime() - right.requestedAt.getTime());
  }
}

function keyOf({ userId, domain, change, role, instanceId }: ChangeRequest): string {
  return JSON.stringify([userId, domain, change, role, instanceId]);
}
