import { SECOND } from '../../shared/time/duration';
import { untilTickMs } from '../../shared/async/event-loop';
import { pause } from '../../shared/async/pause';
import type { ActivationId } from '../../shared/identifiers/activation-id';
import { sessionChangeKey, type ChangeFeed, type ChangeKey } from '../../shared/changes/change-feed';
import type { Principal } from '../../accounts/users/principal';
import type { SessionId } from '../../accounts/sessions/session';
import type { User } from '../../accounts/users/user';
import type { Activation } from '../activation';

/** One session's poll for one activation. */
export type ActivationPoll = { sessionId: SessionId; activationId: ActivationId };

/** Everything that decides a poll, read in one snapshot. */
export type PollFacts = {
  /** The session's principal; null if the session is unknown, revoked or expired, or the account is gone or barred. */
  asker: Principal<Pick<User, 'userId' | 'domain' | 'roles'>> | null;
  /** Any user's activation; null if it does not exist. */
  activation: Pick<Activation, 'userId' | 'domain' | 'invitationId' | 'version' | 'state'> | null;
  /** The activation if it has ended or is not in the version that the page knows; null otherwise. */
  moved: Activation | null;
};

/** PORT: reads everything that a waiting page polls for, so it must be cheap. */
export interface PollFactsReader {
  /** @param after the version that the page knows */
  read(poll: ActivationPoll, after: number): Promise<PollFacts>;
}

/** As long as a poll is held, so that a waiting page costs at most one read per poll. */
const VALID_MS = 25 * SECOND;

/** Longer than the back-off of a page without a long-poll slot. */
const FORGOTTEN_AFTER_MS = 120 * SECOND;

/** About 1 KB each. */
const MOST_KEPT = 20_000;

type Watch = {
  /**
   * Cached, without an activation that has moved; null after a move of the activation or the end of the session, and
   * while reading.
   */
  facts: PollFacts | null;
  readAt: number;
  moves: number;
  stop: () => void;
};

/**
 * Caches the facts of a poll until its activation moves or its session ends. The page's next poll then costs no query,
 * and one without a long-poll slot almost nothing.
 */
export class RecentPolls {
  readonly #reader: PollFactsReader;
  readonly #changeFeed: ChangeFeed;
  readonly #now: () => number;
  /** Least recently read first. */
  readonly #watches = new Map<string, Watch>();

  /** @param now milliseconds since any fixed moment */
  constructor(reader: PollFactsReader, changeFeed: ChangeFeed, now = () => performance.now()) {
    this.#reader = reader;
    this.#changeFeed = changeFeed;
    this.#now = now;
  }

  /** Reads past the cache. @param after the version that the page knows */
  async read(poll: ActivationPoll, after: number): Promise<PollFacts> {
    const key = keyOf(poll);
    const watch = await this.#watch(key, poll);
    const { moves } = watch;
    watch.facts = null;
    const facts = await this.#reader.read(poll, after);
    if (watch.moves === moves) watch.facts = { ...facts, moved: null };
    return facts;
  }

  /**
   * Cached facts while they are valid. Stale ones are read again at the next tick, so that polls are batched.
   * @param suffices whether cached facts answer the poll
   */
  async recall(poll: ActivationPoll, after: number, suffices: (facts: PollFacts) => boolean): Promise<PollFacts> {
    const watch = this.#watches.get(keyOf(poll));
    if (!watch?.facts || !suffices(watch.facts)) return this.read(poll, after);
    const now = this.#now();
    if (now - watch.readAt < VALID_MS) return watch.facts;
    await pause(untilTickMs(now));
    return this.read(poll, after);
  }

  /** Subscribes before reading, so that no move is missed. */
  async #watch(key: string, poll: ActivationPoll): Promise<Watch> {
    const watch = this.#watches.get(key) ?? (await this.#begin(poll));
    const replaced = this.#watches.get(key);
    if (replaced !== watch) replaced?.stop();
    watch.readAt = this.#now();
    this.#watches.delete(key);
    this.#watches.set(key, watch);
    this.#forget(watch.readAt);
    return watch;
  }

  async #begin(poll: ActivationPoll): Promise<Watch> {
    const watch: Watch = { facts: null, readAt: 0, moves: 0, stop: () => {} };
    const forget = () => {
      watch.moves += 1;
      watch.facts = null;
    };
    const stops = await Promise.all(changeKeysOf(poll).map((key) => this.#changeFeed.subscribe(key, forget)));
    watch.stop = () => {
      for (const stop of stops) stop();
    };
    return watch;
  }

  #forget(now: number): void {
    for (const [key, { readAt, stop }] of this.#watches) {
      if (now - readAt < FORGOTTEN_AFTER_MS && this.#watches.size <= MOST_KEPT) return;
      stop();
      this.#watches.delete(key);
    }
  }
}

/** Everything that can change the answer to a poll. */
export function changeKeysOf({ sessionId, activationId }: ActivationPoll): ChangeKey[] {
  return [activationId, sessionChangeKey(sessionId)];
}

function keyOf({ sessionId, activationId }: ActivationPoll): string {
  return `${sessionId} ${activationId}`;
}
