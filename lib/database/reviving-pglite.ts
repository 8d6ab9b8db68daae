import type { PGlite } from '@electric-sql/pglite';
import { setTimeout as delay } from 'node:timers/promises';
import { SECOND } from '../shared/duration';
import { within } from '../shared/within';

/** How long a statement waits for a database that is being opened again. */
const PATIENCE_MS = 5 * SECOND;

/** One opening of the database. `death` rejects when it has broken down: what it was asked then is never answered. */
type Instance = { pglite: PGlite; death: Promise<never> };

/**
 * An embedded database that is opened again after a PANIC, by which PostgreSQL ends itself when it cannot write its log,
 * as on a full disk. What it acknowledged is in the log and comes back; what was under way fails.
 */
export class RevivingPglite {
  readonly #open: () => Promise<PGlite>;
  readonly #onFault: (error: unknown) => void;
  #instance: Promise<Instance>;
  #isClosed = false;

  /**
   * @param open opens it and makes it ready for use, the first time and after each breakdown
   * @param onFault is told of breakdowns, and of each attempt to open it again that fails
   */
  constructor(open: () => Promise<PGlite>, onFault: (error: unknown) => void) {
    this.#open = open;
    this.#onFault = onFault;
    this.#instance = this.#start();
  }

  readonly query = ((...statement: Parameters<PGlite['query']>) =>
    this.#ask((pglite) => pglite.query(...statement))) as PGlite['query'];

  readonly exec: PGlite['exec'] = (...statement) => this.#ask((pglite) => pglite.exec(...statement));

  readonly transaction = ((...work: Parameters<PGlite['transaction']>) =>
    this.#ask((pglite) => pglite.transaction(...work))) as PGlite['transaction'];

  /** @throws where it cannot be opened */
  async ready(): Promise<void> {
    await this.#instance;
  }

  /** @returns its files as a compressed tar archive */
  archive(): Promise<Uint8Array> {
    return this.#ask(async (pglite) => new Uint8Array(await (await pglite.dumpDataDir('gzip')).arrayBuffer()));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const { pglite } = await this.#instance;
    if (!pglite.closed) await pglite.close();
  }

  async #ask<Answer>(question: (pglite: PGlite) => Promise<Answer>): Promise<Answer> {
    const { pglite, death } = await within(PATIENCE_MS, this.#instance);
    return Promise.race([question(pglite), death]);
  }

  async #start(): Promise<Instance> {
    const pglite = await this.#open();
    const death = new Promise<never>((_resolve, reject) => {
      const ask = pglite.execProtocolStream.bind(pglite);
      pglite.execProtocolStream = async (...message) => {
        try {
          return await ask(...message);
        } catch (error) {
          if (isPanic(error)) {
            reject(error);
            this.#revive(error);
          }
          throw error;
        }
      };
    });
    // Nobody may be asking when it breaks down.
    death.catch(() => {});
    return { pglite, death };
  }

  #revive(panic: unknown): void {
    this.#onFault(panic);
    this.#instance = this.#startAgain();
    this.#instance.catch(this.#onFault);
  }

  async #startAgain(): Promise<Instance> {
    for (;;) {
      try {
        return await this.#start();
      } catch (error) {
        if (this.#isClosed) throw error;
        this.#onFault(error);
      }
      await delay(SECOND, undefined, { ref: false });
    }
  }
}

function isPanic(error: unknown): boolean {
  return error instanceof Error && 'severity' in error && error.severity === 'PANIC';
}
