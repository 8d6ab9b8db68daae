import { setTimeout as delay } from 'node:timers/promises';
import { Pool, type PoolClient, type PoolConfig } from 'pg';
import { SECOND } from '../../shared/time/duration';

/** How long a query waits for a connection while the server restarts or has none to spare. */
const PATIENCE_MS = 5 * SECOND;

const FIRST_PAUSE_MS = 25;
const LONGEST_PAUSE_MS = 400;

/** What a connection ends with that was there (PostgreSQL, appendix A: admin_shutdown, crash_shutdown, idle_session_timeout). */
const LOST = ['57P01', '57P02', '57P05', 'ECONNRESET', 'EPIPE'];

/** What passes by itself (too_many_connections, cannot_connect_now). */
const PASSING = new Set([...LOST, '53300', '57P03', 'ECONNREFUSED']);

type ConnectCallback = Parameters<Pool['connect']>[0];

/**
 * A connection pool that tries to connect again, with exponential back-off, where the next moment may help: while the
 * server restarts, and while other replicas hold all the connections that it allows. A read whose connection is lost on
 * the way is asked again on another one; a write is not, because it may have been done.
 */
export class PatientPool extends Pool {
  readonly #onFault: (error: unknown) => void;

  /** @param onFault is told of a connection that was lost while nobody used it */
  constructor(config: PoolConfig, onFault: (error: unknown) => void) {
    super(config);
    this.#onFault = onFault;
    this.on('error', this.#onFault);
    const query = this.query.bind(this) as (...statement: unknown[]) => Promise<unknown>;
    this.query = (async (...statement: unknown[]) => {
      try {
        return await query(...statement);
      } catch (error) {
        if (!isConnectionLost(error) || !isRead(statement[0])) throw error;
        return query(...statement);
      }
    }) as Pool['query'];
  }

  override connect(): Promise<PoolClient>;
  override connect(callback: ConnectCallback): void;
  override connect(callback?: ConnectCallback): Promise<PoolClient> | void {
    if (!callback) return this.#connect();
    void this.#connectFor(callback);
  }

  async #connectFor(callback: ConnectCallback): Promise<void> {
    let client: PoolClient;
    try {
      client = await this.#connect();
    } catch (error) {
      callback(error as Error, undefined, () => {});
      return;
    }
    callback(undefined, client, (release) => client.release(release));
  }

  async #connect(): Promise<PoolClient> {
    const deadline = performance.now() + PATIENCE_MS;
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      try {
        return await super.connect();
      } catch (error) {
        if (!mayPass(error) || performance.now() + pauseMs > deadline) throw error;
      }
      await delay(pauseMs);
    }
  }
}

function mayPass(error: unknown): boolean {
  return PASSING.has(codeOf(error));
}

function isConnectionLost(error: unknown): boolean {
  // The driver has no code for a connection that ended without a word.
  return LOST.includes(codeOf(error)) || (error instanceof Error && error.message.startsWith('Connection terminated'));
}

/** Outside of transactions, which this pool only lends a connection to, what changes something begins otherwise. */
function isRead(statement: unknown): boolean {
  const text = typeof statement === 'object' && statement !== null && 'text' in statement ? statement.text : statement;
  return typeof text === 'string' && /^\s*SELECT\b/i.test(text);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
