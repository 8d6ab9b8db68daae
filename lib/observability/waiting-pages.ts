import type { Metrics } from './metrics';

/** The status requests of pages or of phones that this process holds, up to a limit. */
export class WaitingPages {
  private readonly waiting = new Set<AbortController>();
  private readonly byHolder = new Map<string, AbortController>();
  private readonly limit: number;
  private readonly gauge: Metrics['waitingPages'];
  #isDraining = false;

  /** @param limit how many may wait at a time */
  constructor(limit: number, gauge: Metrics['waitingPages']) {
    this.limit = limit;
    this.gauge = gauge;
  }

  /**
   * @param holder who waits, where each may hold one request only: then the newest takes the place of the one before,
   * which may have lost its phone long ago
   * @returns what calls the wait off, or null when the page must come back later
   */
  enter(holder?: string): AbortController | null {
    const earlier = holder === undefined ? undefined : this.byHolder.get(holder);
    if (earlier) {
      earlier.abort();
      this.leave(earlier);
    }
    if (this.#isDraining || this.waiting.size >= this.limit) return null;
    const controller = new AbortController();
    this.waiting.add(controller);
    if (holder !== undefined) this.byHolder.set(holder, controller);
    this.gauge.set(this.waiting.size);
    return controller;
  }

  /** @param holder as it has entered */
  leave(controller: AbortController, holder?: string): void {
    this.waiting.delete(controller);
    if (holder !== undefined && this.byHolder.get(holder) === controller) this.byHolder.delete(holder);
    this.gauge.set(this.waiting.size);
  }

  /** Whether this process stops, so that whoever comes back meets another one. */
  get isDraining(): boolean {
    return this.#isDraining;
  }

  /** Answers everybody at once and lets nobody wait any more, so that the server can stop. */
  drain(): void {
    this.#isDraining = true;
    for (const controller of this.waiting) controller.abort();
  }
}
