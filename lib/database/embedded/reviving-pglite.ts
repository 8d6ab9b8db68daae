import type { PGlite } from '@electric-sql/pglite';
import { setTimeout as delay } from 'node:timers/promises';
import { SECOND } from '../../shared/time/duration';
import { withTimeout } from '../../shared/async/with-timeout';
import type { PreparingPglite } from './preparing-pglite';

/** How long a statement waits while the database is reopened. */
const REOPEN_TIMEOUT_MS = 5 * SECOND;

/**
 * One opening of the database, with its statements in flight, which are never answered after a breakdown. They are not
 * raced against a promise of the breakdown: a promise that lives as long as the database would retain every answer.
 */
type Instance = { pglite: PreparingPglite; underWay: Set<(error: unknown) => void> };

/**
 * An embedded database that is reopened after a PANIC, with which PostgreSQL exits when it cannot write its log, as on
 * a full disk. Acknowledged changes are recovered from the log; statements in flight fail.
 */
export class RevivingPglite {
  readonly #open: () => Promise<PreparingPglite>;
  readonly #onFault: (error: unknown) => void;
  #opening: Promise<Instance>;
  /** The value of `#opening`; null while the database is being opened. */
  #instance: Instance | null = null;
  #isClosed = false;

  /**
   * @param open opens the database and prepares it for use, at first and after each breakdown
   * @param onFault called for each breakdown and each failed attempt to reopen
   */
  constructor(open: () => Promise<PreparingPglite>, onFault: (error: unknown) => void) {
    this.#open = open;
    this.#onFault = onFault;
    this.#opening = this.#start();
  }

  readonly query = ((...statement: Parameters<PGlite['query']>) =>
    this.#ask((pglite) => pglite.query(...statement))) as PGlite['query'];

  readonly exec: PGlite['exec'] = (...statement) => this.#ask((pglite) => pglite.exec(...statement));

  readonly transaction = ((...work: Parameters<PGlite['transaction']>) =>
    this.#ask((pglite) => pglite.transaction(...work))) as PGlite['transaction'];

  /** @throws when the database cannot be opened */
  async ready(): Promise<void> {
    await this.#opening;
  }

  /** See `PreparingPglite`. */
  pause<Value>(work: () => Promise<Value>): Promise<Value> {
    return this.#ask((pglite) => pglite.pause(work));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const { pglite } = await this.#opening;
    if (!pglite.closed) await pglite.close();
  }

  async #ask<Answer>(question: (pglite: PreparingPglite) => Promise<Answer>): Promise<Answer> {
    const { pglite, underWay } = this.#instance ?? (await withTimeout(REOPEN_TIMEOUT_MS, this.#opening));
    return new Promise((resolve, reject) => {
      underWay.add(reject);
      question(pglite)
        .then(resolve, reject)
        .finally(() => underWay.delete(reject));
    });
  }

  async #start(): Promise<Instance> {
    const instance: Instance = { pglite: await this.#open(), underWay: new Set() };
    const ask = instance.pglite.execProtocolStream.bind(instance.pglite);
    instance.pglite.execProtocolStream = async (...message) => {
      try {
        return await ask(...message);
      } catch (error) {
        if (isPanic(error)) this.#revive(instance, error);
        throw error;
      }
    };
    this.#instance = instance;
    return instance;
  }

  #revive(broken: Instance, panic: unknown): void {
    if (this.#instance !== broken) return;
    this.#instance = null;
    this.#onFault(panic);
    for (const reject of broken.underWay) reject(panic);
    this.#opening = this.#startAgain();
    this.#opening.catch(this.#onFault);
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
