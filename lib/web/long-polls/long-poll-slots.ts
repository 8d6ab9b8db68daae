import { SECOND } from '../../shared/time/duration';
import { untilTickMs } from '../../shared/async/event-loop';

/** How long a long poll is held while nothing moves: below the 30 s after which proxies lose patience. */
export const HOLD_MS = 25 * SECOND;

/** The part of all slots that polls from one network may fill: enough for a company behind one address, and not for all. */
const SHARE_OF_NETWORK = 0.25;

/** Below this many slots, as many that are turned away may come back in the time that each stays away. */
const FEWEST_RETURNS = 1_000;

/** Nobody is told to stay away for longer. */
const LONGEST_AWAY_MS = 300 * SECOND;

/** What whoever is answered because this process stops is to wait: another one is there, or soon will be. */
const STOPPED_AWAY_MS = 2 * SECOND;

export type SlotLimits = {
  /** How many polls may be held at a time. */
  limit: number;
  /** How many of them one person, browser or phone may have. */
  perHolder: number;
};

/** A poll that is held. */
export type Slot = {
  controller: AbortController;
  holder: string | null;
  network: string;
  timer: NodeJS.Timeout;
};

/** Why a wait is called off. */
const TIME_IS_UP = Symbol('time is up');
const DISPLACED = Symbol('displaced');
const STOPPING = Symbol('stopping');

/**
 * The long polls that one process holds. Of one holder's the newest takes the place of the oldest, whose page may have been
 * lost long ago. Those for whom there is no place are told to come back later: in the time that each stays away no more of
 * them than there are places, however many they are.
 */
export class LongPollSlots {
  readonly #limits: SlotLimits;
  readonly #gauge: { set(count: number): void };
  readonly #chance: { monotonicNow: () => number; random: () => number };
  readonly #slots = new Set<Slot>();
  readonly #byHolder = new Map<string, Set<Slot>>();
  readonly #byNetwork = new Map<string, number>();
  /** When the last one returns, by how long they stay away at least. */
  readonly #lastReturn = new Map<number, number>();
  #isDraining = false;

  /**
   * @param gauge is told how many are held
   * @param chance.monotonicNow milliseconds since any fixed moment
   * @param chance.random from 0 to 1, 1 left out
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
   * @param holder who waits; null when that could not be found out
   * @param network one text for all addresses that count as one
   * @returns null when there is no place
   */
  enter(holder: string | null, network: string): Slot | null {
    if (this.#isDraining) return null;
    this.#makeRoomFor(holder);
    const { limit } = this.#limits;
    const fromNetwork = this.#byNetwork.get(network) ?? 0;
    if (this.#slots.size >= limit || fromNetwork >= Math.ceil(limit * SHARE_OF_NETWORK)) return null;
    const controller = new AbortController();
    // Those of many are read together when they end.
    const holdMs = HOLD_MS + untilTickMs(this.#chance.monotonicNow());
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
   * How long whoever is answered is to stay away.
   * @param slot null for whoever got none, undefined for whoever needed none
   * @param awayMs how long whoever got none stays away at least
   * @returns milliseconds; null when they may ask again at once
   */
  retryAfterMs(slot: Slot | null | undefined, awayMs = HOLD_MS): number | null {
    const { random } = this.#chance;
    if (this.#isDraining) return (STOPPED_AWAY_MS / 2) * (1 + random());
    if (slot === null) return this.#nextReturnMs(awayMs);
    return slot?.controller.signal.reason === DISPLACED ? HOLD_MS * (1 + random()) : null;
  }

  /** Answers everybody at once and holds nobody any more, so that the server can stop. */
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

  /** Returns are handed out one after the other, at the pace at which there are never more than slots. */
  #nextReturnMs(awayMs: number): number {
    const { monotonicNow, random } = this.#chance;
    const now = monotonicNow();
    const pace = awayMs / Math.max(this.#limits.limit, FEWEST_RETURNS);
    const earliest = now + awayMs * (1 + random() / 4);
    const last = this.#lastReturn.get(awayMs) ?? 0;
    const next = Math.min(Math.max(last + pace, earliest), now + LONGEST_AWAY_MS);
    this.#lastReturn.set(awayMs, next);
    return next - now;
  }
}
