import type { SessionId } from '../../accounts/sessions/session';
import { pause } from '../../shared/async/pause';
import { openPageKey, openPagesKey, type Announce, type ChangeFeed } from '../../shared/changes/change-feed';
import type { ActivationId } from '../../shared/identifiers/activation-id';
import type { ActivationPoll } from './recent-polls';

/** A page asks anew as soon as it is answered, but meanwhile nobody would hear of it. */
const ASKED_EVERY_MS = 250;

/** Notices also come when the feed has lost some, to everybody; what answers two questions in a row is there. */
const ANSWERS = 2;

/** For everybody, whatever network they are in. */
const ANY_NETWORK = '';

export type OpenPage = { sessionId: SessionId; isNear: boolean };

type PageKey = ReturnType<typeof openPageKey>;

/**
 * The pages of activations that are open at this moment, of all processes: those whose long poll is held. They are asked, by
 * change notices, so that a page which nobody asks for costs nothing but its place here.
 */
export class OpenPages {
  readonly #changeFeed: ChangeFeed;
  readonly #announce: Announce;
  readonly #onFault: (error: unknown) => void;
  /** To be announced together. */
  readonly #answers = new Set<PageKey>();

  constructor(changeFeed: ChangeFeed, announce: Announce, onFault: (error: unknown) => void) {
    this.#changeFeed = changeFeed;
    this.#announce = announce;
    this.#onFault = onFault;
  }

  /** @param network of the page's browser @returns to be called when the page is answered */
  enter({ sessionId, activationId }: ActivationPoll, network: string): Promise<() => void> {
    return this.#changeFeed.subscribe(openPagesKey(activationId), () =>
      this.#answer([
        // The network's first, because whoever waits goes on at the other one.
        openPageKey(activationId, sessionId, network),
        openPageKey(activationId, sessionId, ANY_NETWORK),
      ]),
    );
  }

  /**
   * Finds which of the sessions have a page open.
   * @param network of whoever asks
   * @param patienceMs for the first answer
   */
  async find(
    activationId: ActivationId,
    sessions: readonly SessionId[],
    network: string,
    patienceMs: number,
  ): Promise<OpenPage[]> {
    const heard = new Map<PageKey, number>();
    let wake: (() => void) | null = null;
    const keys = sessions.flatMap((sessionId) =>
      [network, ANY_NETWORK].map((one) => openPageKey(activationId, sessionId, one)),
    );
    const unsubscribes = await Promise.all(
      keys.map((key) =>
        this.#changeFeed.subscribe(key, () => {
          heard.set(key, (heard.get(key) ?? 0) + 1);
          wake?.();
        }),
      ),
    );
    const isHeard = (sessionId: SessionId, one: string) =>
      (heard.get(openPageKey(activationId, sessionId, one)) ?? 0) >= ANSWERS;
    const open = () => sessions.filter((sessionId) => isHeard(sessionId, ANY_NETWORK));
    try {
      for (let waitedMs = 0; waitedMs < patienceMs && open().length === 0; waitedMs += ASKED_EVERY_MS) {
        const woken = new Promise<void>((resolve) => (wake = resolve));
        await this.#announce([openPagesKey(activationId)]);
        await Promise.race([woken, pause(ASKED_EVERY_MS)]);
      }
    } finally {
      for (const unsubscribe of unsubscribes) unsubscribe();
    }
    return open().map((sessionId) => ({ sessionId, isNear: isHeard(sessionId, network) }));
  }

  #answer(keys: readonly PageKey[]): void {
    if (this.#answers.size === 0) setImmediate(() => void this.#flush());
    for (const key of keys) this.#answers.add(key);
  }

  async #flush(): Promise<void> {
    const keys = Array.from(this.#answers);
    this.#answers.clear();
    await this.#announce(keys).catch(this.#onFault);
  }
}
