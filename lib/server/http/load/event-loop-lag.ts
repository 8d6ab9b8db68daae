import { guardEvery } from '../../../shared/async/guard-rounds';

const SAMPLE_EVERY_MS = 20;

/** Weight of the newest sample, so that a single long turn, such as a garbage collection, counts little. */
const WEIGHT = 0.2;

/** Lag of the event loop in milliseconds, as a moving average over about 100 ms. */
export class EventLoopLag {
  #ms = 0;
  #dueAt = performance.now() + SAMPLE_EVERY_MS;

  constructor() {
    guardEvery('event-loop-lag', SAMPLE_EVERY_MS, () => {
      const now = performance.now();
      this.#ms += WEIGHT * (Math.max(0, now - this.#dueAt) - this.#ms);
      this.#dueAt = now + SAMPLE_EVERY_MS;
    });
  }

  get ms(): number {
    return this.#ms;
  }
}
