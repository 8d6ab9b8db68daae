import type { RequestOrigin } from '../../shared/request-origin';
import { type Hold, GONE } from '../../shared/changes/follow-changes';
import { networksOf } from '../../shared/network-address';
import type { LongPollSlots, Slot } from './long-poll-slots';

/** What a long poll asks, from its request. */
export type LongPollRequest = {
  /** The part of the path that names what is asked about; empty where there is none. */
  name: string;
  query: URLSearchParams;
  /** @returns null when the request has none of this name */
  header: (name: 'authorization' | 'cookie') => string | null;
  origin: RequestOrigin;
};

/** The HTTP status of a refusal, or what there is to say. */
export type LongPollAnswer = 400 | 401 | 403 | 404 | object;

/** A question that may be held until there is something to answer. */
export type LongPoll = {
  /** With what names the thing in its first group. */
  path: RegExp;
  /** Who waits: they have places of their own. */
  asker: 'page' | 'phone';
  /** How long whoever finds no place stays away at least; as long as others are held where it is not said. */
  awayMs?: number;
  /** Rejects when something fails that it needs; it is then asked again. */
  answer: (request: LongPollRequest, hold: Hold) => Promise<LongPollAnswer>;
};

/** The version that the asker knows already, as `?after=`; null when it is none. */
export function versionAfter({ query }: LongPollRequest): number | null {
  const after = Number(query.get('after') ?? Number.NaN);
  return Number.isSafeInteger(after) ? after : null;
}

/** Made once: each signal that is aborted makes an error with a stack. */
const NO_PLACE = AbortSignal.abort();

/** Where one request waits, once it has to. */
export class LongPollSlot {
  readonly #slots: LongPollSlots;
  readonly #network: string;
  /** Undefined until it is asked for; null when there was none. */
  #slot: Slot | null | undefined;
  #isAbandoned = false;

  constructor(slots: LongPollSlots, address: string | null) {
    this.#slots = slots;
    this.#network = networksOf(address)[0]?.name ?? '';
  }

  /** @param holder who waits; null when that could not be found out @returns what calls the wait off, aborted when nobody may */
  readonly take = (holder: string | null): AbortSignal => {
    if (this.#isAbandoned) return AbortSignal.abort(GONE);
    if (this.#slot === undefined) this.#slot = this.#slots.enter(holder, this.#network);
    return this.#slot?.controller.signal ?? NO_PLACE;
  };

  /** Nobody is there to be answered any more. */
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
