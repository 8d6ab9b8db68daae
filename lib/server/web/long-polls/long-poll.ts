import type { RequestOrigin } from '../../../shared/request-origin';
import { type Hold, GONE } from '../../../shared/changes/follow-changes';
import { networkNameOf } from '../../../shared/network-address';
import type { LongPollSlots, Slot } from './long-poll-slots';

/** The question of a long poll, from its request. */
export type LongPollRequest = {
  /** The part of the path that names the resource; empty where there is none. */
  name: string;
  query: URLSearchParams;
  /** @returns null when the request has no such header */
  header: (name: 'authorization' | 'cookie') => string | null;
  origin: RequestOrigin;
};

/** The HTTP status of a refusal, or the answer. */
export type LongPollAnswer = 400 | 401 | 403 | 404 | object;

/** A question that may be held until there is news. */
export type LongPoll = {
  /** Its address, with `[name]` in the place of the resource's name. */
  route: string;
  /** Pages and phones have separate slots. */
  asker: 'page' | 'phone';
  /** Shortest time away without a slot; by default the longest hold. */
  awayMs?: number;
  /** Rejects when a dependency fails; it is then called again. */
  answer: (request: LongPollRequest, hold: Hold) => Promise<LongPollAnswer>;
};

/** The version that the client has, as `?after=`; null without one. */
export function versionAfter({ query }: LongPollRequest): number | null {
  const after = Number(query.get('after') ?? Number.NaN);
  return Number.isSafeInteger(after) ? after : null;
}

/** Shared, because every aborted signal makes an error with a stack. */
const NO_PLACE = AbortSignal.abort();

/** The slot of one request, taken once it has to wait. */
export class LongPollSlot {
  readonly #slots: LongPollSlots;
  readonly #network: string;
  /** Undefined until requested; null when there was none. */
  #slot: Slot | null | undefined;
  #isAbandoned = false;

  constructor(slots: LongPollSlots, address: string | null) {
    this.#slots = slots;
    this.#network = networkNameOf(address);
  }

  /**
   * @param holder null when unknown
   * @param holdMs longest hold
   * @returns ends the hold; aborted when there is no slot
   */
  readonly take = (holder: string | null, holdMs?: number): AbortSignal => {
    if (this.#isAbandoned) return AbortSignal.abort(GONE);
    if (this.#slot === undefined) this.#slot = this.#slots.enter(holder, this.#network, holdMs);
    return this.#slot?.controller.signal ?? NO_PLACE;
  };

  /** The client has disconnected. */
  readonly abandon = (): void => {
    this.#isAbandoned = true;
    this.#slot?.controller.abort(GONE);
  };

  /** @see LongPollSlots.retryAfterMs */
  retryAfterMs(awayMs?: number): number | null {
    return this.#slots.retryAfterMs(this.#slot, awayMs);
  }

  leave(): void {
    if (this.#slot) this.#slots.leave(this.#slot);
  }
}
