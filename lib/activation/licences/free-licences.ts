import type { Clock } from '../../shared/time/clock';
import { DAY, HOUR } from '../../shared/time/duration';

/** What a pool is told apart by. */
export type PoolKey = {
  /** What the gateway calls this kind of authenticator. */
  type: string;
  /** Organisational unit whose people get them; empty for none. */
  unit: string;
};

/** Licences that nobody has yet. */
export type LicencePool = PoolKey & { free: number };

export type LicenceCount = {
  pools: LicencePool[];
  /** Whether all were counted; otherwise there are more than is worth counting, and each pool has at least as many. */
  isWhole: boolean;
};

/** PORT: the licences that the gateway has left for new devices. */
export interface LicenceStock {
  /** Takes a call for every few hundred licences. @throws GatewayError */
  count(): Promise<LicenceCount>;
}

/** PORT: what was counted last, for every process of the site. */
export interface LicenceCountStore {
  /** Pools by type and unit. Null before the first count. */
  read(): Promise<(LicenceCount & { countedAt: Date }) | null>;
  /**
   * A whole count empties the pools that it does not have. Those stay, because an empty one is what has to be seen; one that has
   * been empty since `forgottenBefore` is forgotten.
   */
  keep(count: LicenceCount, countedAt: Date, forgottenBefore: Date): Promise<void>;
}

const COUNTED_EVERY = HOUR;

/** A type or unit that nobody uses any more. */
const FORGOTTEN_AFTER = 90 * DAY;

/** Counts once in a while, because a count takes many calls, and a page or a scrape may ask at any time. */
export class FreeLicences {
  readonly lowMark: number;
  readonly #stock: LicenceStock;
  readonly #counts: LicenceCountStore;
  readonly #clock: Clock;

  /** @param lowMark a pool with fewer is low; 0 for never */
  constructor(stock: LicenceStock, counts: LicenceCountStore, clock: Clock, lowMark: number) {
    this.#stock = stock;
    this.#counts = counts;
    this.#clock = clock;
    this.lowMark = lowMark;
  }

  /** Counts unless another process of the site has within the hour. @throws GatewayError, and what was counted before stays */
  async countWhenDue(): Promise<void> {
    const [latest, now] = [await this.#counts.read(), this.#clock.now()];
    if (latest && now.getTime() - latest.countedAt.getTime() < COUNTED_EVERY) return;
    const count = await this.#stock.count();
    await this.#counts.keep(count, now, new Date(now.getTime() - FORGOTTEN_AFTER));
  }

  /** Null before the first count. */
  latest(): ReturnType<LicenceCountStore['read']> {
    return this.#counts.read();
  }
}

/** None where the count broke off: what was not counted may be of the same pool. */
export function lowPools({ pools, isWhole }: LicenceCount, lowMark: number): LicencePool[] {
  return isWhole ? pools.filter(({ free }) => free < lowMark) : [];
}

/** @param licences each as the pool that it belongs to */
export function sumUp(licences: Iterable<PoolKey>): LicencePool[] {
  const pools = new Map<string, LicencePool>();
  for (const { type, unit } of licences) {
    const key = JSON.stringify([type, unit]);
    const pool = pools.get(key) ?? { type, unit, free: 0 };
    pools.set(key, { ...pool, free: pool.free + 1 });
  }
  return [...pools.values()];
}
