/** With fewer requests in progress a lag has another cause, such as other programs, and refusing would not help. */
export const FEW_REQUESTS = 16;

/** More than are ever under way. */
const MANY_REQUESTS = 2_000;

/** At this lag a page, which takes about five turns of the event loop, is there within half a second. */
const AIM_MS = 40;

/** About as long as the lag is averaged over: what a move has done is seen before the next. */
const MOVE_EVERY_MS = 100;

/** What is left of it by a move down. */
const CUT = 0.85;

/**
 * How many requests may be under way before new ones are refused: more than a process can depends on the machine, the
 * database and what the requests are, so it is found out, as TCP finds the capacity of a line (RFC 5681 §3.1): a share less
 * while the event loop is later than it should be, one more while it is not. The event loop's lag is the measure because
 * how long an answer takes depends on gateways and on who reads it, and fewer requests would make neither faster.
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
