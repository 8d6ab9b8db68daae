import { SECOND } from '../../shared/time/duration';
import { untilTickMs } from '../../shared/async/event-loop';
import { pause } from '../../shared/async/pause';
import type { ActivationId } from '../../shared/identifiers/activation-id';
import type { ChangeFeed } from '../../shared/changes/change-feed';
import type { Principal } from '../../accounts/users/principal';
import type { SessionId } from '../../accounts/sessions/session';
import type { User } from '../../accounts/users/user';
import type { Activation } from '../activation';

/** A question after one activation: whose browser asks is known by its session. */
export type ActivationPoll = { sessionId: SessionId; activationId: ActivationId };

/** Everything that decides a poll, as it was at one moment. */
export type PollFacts = {
  /** Whom the session stands for; null when it is unknown, revoked or over, or they have no account any more. */
  asker: Principal<Pick<User, 'userId' | 'domain' | 'roles'>> | null;
  /** Whoever's it is; null when there is none. */
  activation: Pick<Activation, 'userId' | 'domain' | 'invitationId' | 'version' | 'state'> | null;
};

/** PORT: what every page that waits asks for again and again, so it has to be cheap. */
export interface PollFactsReader {
  read(poll: ActivationPoll): Promise<PollFacts>;
}

/** As long as a poll is held: for that time nobody is asked about a page that waits, with a connection or without. */
const VALID_MS = 25 * SECOND;

/** Longer than a page that is turned away stays away. */
const FORGOTTEN_AFTER_MS = 120 * SECOND;

/** About 1 KB each. */
const MOST_KEPT = 20_000;

type Watch = {
  /** What was read last; null once the activation has moved, and while it is read again. */
  facts: PollFacts | null;
  readAt: number;
  moves: number;
  stop: () => void;
};

/**
 * Remembers what was read for a page until its activation moves. A page that comes back for the next poll needs no question
 * to the database then, and one for which there is no place next to nothing.
 */
export class RecentPolls {
  readonly #reader: PollFactsReader;
  readonly #changeFeed: ChangeFeed;
  readonly #now: () => number;
  /** The one that was read longest ago in front. */
  readonly #watches = new Map<string, Watch>();

  /** @param now milliseconds since any fixed moment */
  constructor(reader: PollFactsReader, changeFeed: ChangeFeed, now = () => performance.now()) {
    this.#reader = reader;
    this.#changeFeed = changeFeed;
    this.#now = now;
  }

  /** Everything as it is now. */
  async read(poll: ActivationPoll): Promise<PollFacts> {
    const key = keyOf(poll);
    const watch = await this.#watch(key, poll);
    const { moves } = watch;
    watch.facts = null;
    const facts = await this.#reader.read(poll);
    if (watch.moves === moves) watch.facts = facts;
    return facts;
  }

  /**
   * Everything as it was a short time ago, where the activation has not moved since. What has not moved for longer is read
   * together with others.
   * @param suffices whether what is remembered answers the question
   */
  async recall(poll: ActivationPoll, suffices: (facts: PollFacts) => boolean): Promise<PollFacts> {
    const watch = this.#watches.get(keyOf(poll));
    if (!watch?.facts || !suffices(watch.facts)) return this.read(poll);
    const now = this.#now();
    if (now - watch.readAt < VALID_MS) return watch.facts;
    await pause(untilTickMs(now));
    return this.read(poll);
  }

  /** Made before reading, so that no move after it is missed. */
  async #watch(key: string, { activationId }: ActivationPoll): Promise<Watch> {
    const watch = this.#watches.get(key) ?? (await this.#begin(activationId));
    const replaced = this.#watches.get(key);
    if (replaced !== watch) replaced?.stop();
    watch.readAt = this.#now();
    this.#watches.delete(key);
    this.#watches.set(key, watch);
    this.#forget(watch.readAt);
    return watch;
  }

  async #begin(activationId: ActivationId): Promise<Watch> {
    const watch: Watch = { facts: null, readAt: 0, moves: 0, stop: () => {} };
    watch.stop = await this.#changeFeed.subscribe(activationId, () => {
      watch.moves += 1;
      watch.facts = null;
    });
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

function keyOf({ sessionId, activationId }: ActivationPoll): string {
  return `${sessionId} ${activationId}`;
}
