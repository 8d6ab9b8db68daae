import { setTimeout as delay } from 'node:timers/promises';
import { Pool, type PoolClient, type PoolConfig } from 'pg';
import { SECOND } from '../../shared/time/duration';
import { isReading } from '../reading';

/** How long a query waits for a connection while the server restarts or has none to spare. */
const CONNECT_TIMEOUT_MS = 5 * SECOND;

const FIRST_PAUSE_MS = 25;
const LONGEST_PAUSE_MS = 400;

/**
 * Codes with which an established connection ends (PostgreSQL, appendix A: admin_shutdown, crash_shutdown,
 * idle_session_timeout).
 */
const LOST = ['57P01', '57P02', '57P05', 'ECONNRESET', 'EPIPE'];

/** Transient codes (too_many_connections, cannot_connect_now). */
const TRANSIENT = new Set([...LOST, '53300', '57P03', 'ECONNREFUSED']);

type ConnectCallback = Parameters<Pool['connect']>[0];

/**
 * A connection pool that retries with exponential back-off while the server restarts or other replicas hold all its
 * connections. What is said to read (see `reading`) and loses its connection is repeated on another; anything else is not,
 * because it may have been applied.
 */
export class RetryingPool extends Pool {
  readonly #onFault: (error: unknown) => void;

  /** @param onFault called for an idle connection that was lost */
  constructor(config: PoolConfig, onFault: (error: unknown) => void) {
    super(config);
    this.#onFault = onFault;
    this.on('error', this.#onFault);
    const query = this.query.bind(this) as (...statement: unknown[]) => Promise<unknown>;
    this.query = (async (...statement: unknown[]) => {
      const mayRepeat = isReading();
      try {
        return await query(...statement);
      } catch (error) {
        if (!mayRepeat || !isConnectionLost(error)) throw error;
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
    const deadline = performance.now() + CONNECT_TIMEOUT_MS;
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      try {
        return await super.connect();
      } catch (error) {
        if (!isTransient(error) || performance.now() + pauseMs > deadline) throw error;
      }
      await delay(pauseMs);
    }
  }
}

function isTransient(error: unknown): boolean {
  return TRANSIENT.has(codeOf(error));
}

function isConnectionLost(error: unknown): boolean {
  // The driver has no code for a connection that just closed.
  return LOST.includes(codeOf(error)) || (error instanceof Error && error.message.startsWith('Connection terminated'));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
