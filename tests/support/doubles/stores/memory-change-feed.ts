import type { ChangeFeed } from '@/lib/shared/changes/change-feed';

type Key = Parameters<ChangeFeed['subscribe']>[0];

export class MemoryChangeFeed implements ChangeFeed {
  readonly #listeners = new Map<string, Set<() => void>>();

  async subscribe(id: Key, listener: () => void): Promise<() => void> {
    const listening = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, listening.add(listener));
    return () => void listening.delete(listener);
  }

  publish(id: Key): void {
    for (const listener of this.#listeners.get(id) ?? []) listener();
  }

  /** How many are subscribed, to everything together. */
  get size(): number {
    return [...this.#listeners.values()].reduce((sum, listening) => sum + listening.size, 0);
  }
}
