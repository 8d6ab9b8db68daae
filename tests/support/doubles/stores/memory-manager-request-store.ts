import type { ManagerRequest, ManagerRequestStore } from '@/lib/helpdesk/caller-check/manager/manager-request';
import type { SideEffects } from '@/lib/messaging/new-message';
import type { ManagerRequestId } from '@/lib/shared/identifiers/manager-request-id';
import { accept, refuse, type Result } from '@/lib/shared/result';
import type { MemoryChangeFeed } from './memory-change-feed';
import type { MemorySideEffects } from './memory-side-effects';

/** The port in a map. Nothing is awaited inside a method, which makes every method atomic. */
export class MemoryManagerRequestStore implements ManagerRequestStore {
  readonly #requests = new Map<ManagerRequestId, ManagerRequest>();
  readonly #sideEffects: MemorySideEffects;
  readonly #changeFeed: MemoryChangeFeed;

  constructor(sideEffects: MemorySideEffects, changeFeed: MemoryChangeFeed) {
    this.#sideEffects = sideEffects;
    this.#changeFeed = changeFeed;
  }

  async find(id: ManagerRequestId, domain: string): Promise<ManagerRequest | null> {
    const request = this.#requests.get(id);
    return request?.domain === domain ? request : null;
  }

  async create(request: ManagerRequest, sideEffects: SideEffects): Promise<void> {
    this.#requests.set(request.id, request);
    this.#sideEffects.keep(sideEffects);
  }

  async save(request: ManagerRequest, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>> {
    if (this.#requests.get(request.id)?.version !== request.version - 1) return refuse('version-moved');
    this.#requests.set(request.id, request);
    this.#sideEffects.keep(sideEffects);
    this.#changeFeed.publish(request.id);
    return accept(null);
  }
}
