import { GONE } from '../../shared/changes/follow-changes';
import { networksOf } from '../../shared/network-address';
import type { LongPollSlots, Slot } from './long-poll-slots';

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
