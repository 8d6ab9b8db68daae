/** This process's listeners, by the key that they follow. */
export class Subscriptions {
  readonly #listeners = new Map<string, Set<() => void>>();

  add(key: string, listener: () => void): () => void {
    const listening = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, listening.add(listener));
    return () => {
      listening.delete(listener);
      if (listening.size === 0 && this.#listeners.get(key) === listening) this.#listeners.delete(key);
    };
  }

  notify(key: string): void {
    for (const listener of Array.from(this.#listeners.get(key) ?? [])) listener();
  }

  notifyAll(): void {
    for (const key of Array.from(this.#listeners.keys())) this.notify(key);
  }
}
