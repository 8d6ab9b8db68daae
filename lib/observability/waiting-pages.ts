import type { Metrics } from './metrics';

/** The status requests that this process holds, up to a limit. */
export class WaitingPages {
  private readonly waiting = new Set<AbortController>();
  private readonly limit: number;
  private readonly gauge: Metrics['waitingPages'];
  private isDraining = false;

  /** @param limit how many may wait at a time */
  constructor(limit: number, gauge: Metrics['waitingPages']) {
    this.limit = limit;
    this.gauge = gauge;
  }

  /** @returns what calls the wait off, or null when the page must come back later */
  enter(): AbortController | null {
    if (this.isDraining || this.waiting.size >= this.limit) return null;
    const controller = new AbortController();
    this.waiting.add(controller);
    this.gauge.set(this.waiting.size);
    return controller;
  }

  leave(controller: AbortController): void {
    this.waiting.delete(controller);
    this.gauge.set(this.waiting.size);
  }

  /** Answers everybody at once and lets nobody wait any more, so that the server can stop. */
  drain(): void {
    this.isDraining = true;
    for (const controller of this.waiting) controller.abort();
  }
}
