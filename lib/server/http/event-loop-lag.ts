const SAMPLE_EVERY_MS = 20;

/** How much the newest sample counts: a single long turn, such as a garbage collection, is not much. */
const WEIGHT = 0.2;

/** By how much this process is late with what it is to do, in milliseconds, as a moving average of about 100 ms. */
export class EventLoopLag {
  #ms = 0;
  #dueAt = performance.now() + SAMPLE_EVERY_MS;

  constructor() {
    setInterval(() => {
      const now = performance.now();
      this.#ms += WEIGHT * (Math.max(0, now - this.#dueAt) - this.#ms);
      this.#dueAt = now + SAMPLE_EVERY_MS;
    }, SAMPLE_EVERY_MS).unref();
  }

  get ms(): number {
    return this.#ms;
  }
}
