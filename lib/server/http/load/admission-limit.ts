/** With fewer requests in progress a lag has another cause, such as other programs, and refusing would not help. */
export const FEW_REQUESTS = 16;

/** More than are ever under way. */
const MANY_REQUESTS = 2_000;

/** At this lag a page, which takes about five turns of the event loop, is there within half a second. */
const AIM_MS = 40;

/** About as long as the lag is averaged over, so that the effect of a change is seen before the next. */
const MOVE_EVERY_MS = 100;

/** The share that remains after a reduction. */
const CUT = 0.85;

/**
 * How many requests may be under way before new ones are refused. The capacity of a process depends on the machine, the
 * database and the requests, so it is probed, as TCP probes the capacity of a line (RFC 5681 §3.1): a share less while
 * the event loop is late, one more while it is not. The event loop's lag is the measure, because the duration of a
 * response depends on gateways and on its reader, and fewer requests would make neither faster.
 */
export class AdmissionLimit {
  readonly #lag: { readonly ms: number };
  readonly #now: () => number;
  #limit = MANY_REQUESTS;
  #movedAt: number;

  /** @param lag see `EventLoopLag` @param now monotonic, in milliseconds */
  constructor(lag: { readonly ms: number }, now: () => number) {
    this.#lag = lag;
    this.#now = now;
    this.#movedAt = now();
  }

  /** To be asked at each request. @param underWay how many requests are under way at this moment */
  at(underWay: number): number {
    const moves = Math.floor((this.#now() - this.#movedAt) / MOVE_EVERY_MS);
    if (moves === 0) return this.#limit;
    this.#movedAt += moves * MOVE_EVERY_MS;
    // A single move down: nobody has asked since the one before.
    if (this.#lag.ms > AIM_MS) this.#limit = Math.max(FEW_REQUESTS, CUT * Math.min(this.#limit, underWay));
    else this.#limit = Math.min(MANY_REQUESTS, this.#limit + moves);
    return this.#limit;
  }
}
