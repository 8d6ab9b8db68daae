import { SECOND } from '../../shared/time/duration';
import type { HeldOpen } from './held-open';

export type Ending = 'too-slow' | 'too-many';

type Entry = { network: string; since: number; end: (why: Ending) => void };

/** How often unfinished work is checked. */
export const LOOK_OVER_MS = SECOND;

/** What came within this time is left alone: many may come in one turn of the event loop before any is read. */
const GRACE_MS = SECOND;

/**
 * Unfinished work of one kind, which depends on its client. Work in time costs one entry in a set; at intervals the
 * late ones are ended, and the oldest beyond the limits, so that an attacker's make room for others.
 */
export class Unfinished {
  readonly #limits: Pick<HeldOpen, 'inAll' | 'perNetwork' | 'longestMs'>;
  /** In the order in which they began. */
  readonly #entries = new Set<Entry>();

  constructor(limits: Pick<HeldOpen, 'inAll' | 'perNetwork' | 'longestMs'>) {
    this.#limits = limits;
  }

  /** @param end ends it, and is called once at most @returns takes it out when it is finished */
  add(network: string, end: Entry['end']): () => void {
    const entry = { network, since: performance.now(), end };
    this.#entries.add(entry);
    return () => void this.#entries.delete(entry);
  }

  /** Ends late work, and the oldest beyond the limits. */
  lookOver(now = performance.now()): void {
    const { inAll, perNetwork, longestMs } = this.#limits;
    if (this.#entries.size === 0) return;
    const ofNetwork = new Map<string, number>();
    let keptCount = 0;
    for (const entry of Array.from(this.#entries).toReversed()) {
      const { network, since } = entry;
      const age = now - since;
      const isLate = longestMs !== null && age >= longestMs;
      const count = (ofNetwork.get(network) ?? 0) + 1;
      const isTooMany = age >= GRACE_MS && (count > perNetwork || keptCount >= inAll);
      if (isLate || isTooMany) {
        this.#entries.delete(entry);
        entry.end(isLate ? 'too-slow' : 'too-many');
      } else {
        ofNetwork.set(network, count);
        keptCount += 1;
      }
    }
  }
}
