import type { PreparingPglite } from '@/lib/database/embedded/preparing-pglite';
import { emptyDatabase, readOrigin, type Origin } from './empty-database';

type Pooled = { pglite: PreparingPglite; origin: Origin };

/** How many are kept for the next: suites need one or two at a time, and each takes memory. */
const MOST_IDLE = 2;

/** Hands a PGlite that was closed to whoever needs one next, emptied: that costs a tenth of opening one. */
export class PglitePool {
  readonly #open: () => Promise<PreparingPglite>;
  readonly #idle: Pooled[] = [];

  /** @param open opens an empty, migrated one */
  constructor(open: () => Promise<PreparingPglite>) {
    this.#open = open;
  }

  async take(): Promise<PreparingPglite> {
    for (let pooled = this.#idle.pop(); pooled; pooled = this.#idle.pop()) {
      if (await emptyDatabase(pooled.pglite, pooled.origin)) return this.#lend(pooled);
      await pooled.pglite.close();
    }
    const pglite = await this.#open();
    return this.#lend({ pglite, origin: await readOrigin(pglite) });
  }

  async #keep(pooled: Pooled): Promise<void> {
    if (this.#idle.length < MOST_IDLE) this.#idle.push(pooled);
    else await pooled.pglite.close();
  }

  /** Whoever was lent it can neither ask nor hear anything of it once it is closed. */
  #lend(pooled: Pooled): PreparingPglite {
    const { pglite } = pooled;
    let isClosed = false;
    const listening: (() => Promise<void>)[] = [];
    const own: Partial<PreparingPglite> = {
      listen: async (channel, hear) => {
        const stop = await pglite.listen(channel, hear);
        listening.push(stop);
        return stop;
      },
      close: async () => {
        if (isClosed) return;
        isClosed = true;
        // What its holder has wrapped around it.
        Reflect.deleteProperty(pglite, 'execProtocolStream');
        for (const stop of listening) await stop();
        await this.#keep(pooled);
      },
    };
    return new Proxy(pglite, {
      get: (target, name) => {
        if (name === 'closed') return isClosed || target.closed;
        if (name in own) return own[name as keyof PreparingPglite];
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return (...parameters: unknown[]): unknown => {
          if (isClosed) throw new Error('PGlite is closed');
          return Reflect.apply(value, target, parameters);
        };
      },
    });
  }
}
