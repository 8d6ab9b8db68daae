import { HELD_OPEN, type HeldOpen } from '../../http/held-open';
import { SECOND } from '../../../shared/time/duration';
import { untilTickMs } from '../../../shared/async/event-loop';

/** Longest hold of a poll: below the 30 s after which proxies time out. */
export const HOLD_MS = HELD_OPEN.wait.longestMs;

/** Returning polls are spread over at least as many as this, even if there are fewer slots. */
const FEWEST_RETURNS = 1_000;

/** Longest time to stay away. */
const LONGEST_AWAY_MS = 300 * SECOND;

/** Time to stay away when this process stops: another one is or soon will be there. */
const STOPPED_AWAY_MS = 2 * SECOND;

/** How many are held at a time. */
export type SlotLimits = Pick<HeldOpen, 'inAll' | 'perNetwork'> & {
  /** The largest number of one user, browser or phone. */
  perHolder: number;
};

/** A held poll. */
export type Slot = {
  controller: AbortController;
  holder: string | null;
  network: string;
  timer: NodeJS.Timeout;
};

/** Abort reason: the longest hold is over. */
const TIME_IS_UP = Symbol('time is up');
const DISPLACED = Symbol('displaced');
const STOPPING = Symbol('stopping');

/**
 * The long polls that a process holds. A holder's newest poll displaces their oldest, whose page may be gone. Polls
 * without a slot are told when to return, spread so that no more return at a time than there are slots, however many
 * there are.
 */
export class LongPollSlots {
  readonly #limits: SlotLimits;
  readonly #gauge: { set(count: number): void };
  readonly #chance: { monotonicNow: () => number; random: () => number };
  readonly #slots = new Set<Slot>();
  readonly #byHolder = new Map<string, Set<Slot>>();
  readonly #byNetwork = new Map<string, number>();
  /** Time of the last scheduled return, by the shortest time away. */
  readonly #lastReturn = new Map<number, number>();
  #isDraining = false;

  /**
   * @param gauge receives the number of held polls
   * @param chance.monotonicNow milliseconds since any fixed moment
   * @param chance.random from 0 up to but not including 1
   */
  constructor(
    limits: SlotLimits,
    gauge: { set(count: number): void },
    chance = { monotonicNow: () => performance.now(), random: Math.random },
  ) {
    this.#limits = limits;
    this.#gauge = gauge;
    this.#chance = chance;
  }

  /**
   * @param holder null when unknown
   * @param network the same text for all addresses that count as one
   * @param longestMs of the hold
   * @returns null when there is no slot
   */
  enter(holder: string | null, network: string, longestMs = HOLD_MS): Slot | null {
    if (this.#isDraining) return null;
    this.#makeRoomFor(holder);
    const { inAll, perNetwork } = this.#limits;
    const fromNetwork = this.#byNetwork.get(network) ?? 0;
    if (this.#slots.size >= inAll || fromNetwork >= perNetwork) return null;
    const controller = new AbortController();
    // Aligned to ticks, so that polls that end together are read together.
    const holdMs = longestMs + untilTickMs(this.#chance.monotonicNow());
    const timer = setTimeout(() => controller.abort(TIME_IS_UP), holdMs);
    const slot = { controller, holder, network, timer };
    this.#slots.add(slot);
    this.#byNetwork.set(network, fromNetwork + 1);
    if (holder !== null) this.#byHolder.set(holder, (this.#byHolder.get(holder) ?? new Set()).add(slot));
    this.#gauge.set(this.#slots.size);
    return slot;
  }

  leave(slot: Slot): void {
    if (!this.#slots.delete(slot)) return;
    clearTimeout(slot.timer);
    const { holder, network } = slot;
    const fromNetwork = (this.#byNetwork.get(network) ?? 0) - 1;
    if (fromNetwork > 0) this.#byNetwork.set(network, fromNetwork);
    else this.#byNetwork.delete(network);
    const own = holder === null ? undefined : this.#byHolder.get(holder);
    own?.delete(slot);
    if (holder !== null && own?.size === 0) this.#byHolder.delete(holder);
    this.#gauge.set(this.#slots.size);
  }

  /**
   * How long a client is to stay away.
   * @param slot null when it got none, undefined when it needed none
   * @param awayMs shortest time away without a slot
   * @returns milliseconds; null when it may poll again at once
   */
  retryAfterMs(slot: Slot | null | undefined, awayMs = HOLD_MS): number | null {
    const { random } = this.#chance;
    if (this.#isDraining) return (STOPPED_AWAY_MS / 2) * (1 + random());
    if (slot === null) return this.#nextReturnMs(awayMs);
    return slot?.controller.signal.reason === DISPLACED ? HOLD_MS * (1 + random()) : null;
  }

  /** Answers all polls and holds none from now on, so that the server can stop. */
  drain(): void {
    this.#isDraining = true;
    for (const { controller } of this.#slots) controller.abort(STOPPING);
  }

  #makeRoomFor(holder: string | null): void {
    const own = holder === null ? undefined : this.#byHolder.get(holder);
    const [oldest] = own ?? [];
    if (!own || !oldest || own.size < this.#limits.perHolder) return;
    oldest.controller.abort(DISPLACED);
    this.leave(oldest);
  }

  /** Schedules returns one after the other, at a pace with no more of them than slots. */
  #nextReturnMs(awayMs: number): number {
    const { monotonicNow, random } = this.#chance;
    const now = monotonicNow();
    const pace = awayMs / Math.max(this.#limits.inAll, FEWEST_RETURNS);
    const earliest = now + awayMs * (1 + random() / 4);
    const last = this.#lastReturn.get(awayMs) ?? 0;
    const next = Math.min(Math.max(last + pace, earliest), now + LONGEST_AWAY_MS);
    this.#lastReturn.set(awayMs, next);
    return next - now;
  }
}
