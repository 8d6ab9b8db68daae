import type { Client } from 'pg';
import { SECOND } from '../../shared/time/duration';
import { constantPart, part, type SqlPart } from '../sql';

/** First key of the advisory locks of processes; the second is the process's number. */
const LOCKS = 1_953_719_137;

/**
 * A process that holds one is alive. A session's advisory lock ends with its connection, which the system closes for a
 * killed process.
 */
const LIVING = `
  SELECT objid::bigint::int AS id FROM pg_locks
  WHERE locktype = 'advisory' AND classid = ${LOCKS} AND objsubid = 2 AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

/**
 * The server ends the session of a process that is silent for this long: a machine that is gone closes no connection.
 */
const SILENCE_MS = 10 * SECOND;

/** How long a process may be without a lock and keep its leases: it reconnects within a second or two. */
const ABSENCE_MS = 3 * SECOND;

/**
 * The live processes that share a PostgreSQL, by a lock that each holds on the connection of its change feed. Several
 * sessions may hold the same lock: one that is cut off counts until the server notices, while its process has
 * reconnected.
 */
export class LiveProcesses {
  readonly #own: number;
  readonly #endLeases: (isOver: SqlPart) => Promise<void>;
  readonly #onFault: (error: unknown) => void;
  readonly #lastSeen = new Map<number, number>();
  #connectedAt = 0;
  #isDue = false;

  /** @param endLeases ends the leases that match `isOver`, a condition on `leased_by` */
  constructor(own: number, endLeases: (isOver: SqlPart) => Promise<void>, onFault: (error: unknown) => void) {
    this.#own = own;
    this.#endLeases = endLeases;
    this.#onFault = onFault;
  }

  /**
   * Joins on a new connection. Processes that ended meanwhile are unknown, so any that is absent a moment later counts
   * as gone.
   */
  async join(client: Client): Promise<void> {
    await client.query(`SET idle_session_timeout = ${SILENCE_MS}`);
    await client.query('SELECT pg_advisory_lock_shared($1::int, $2::int)', [LOCKS, this.#own]);
    this.#connectedAt = performance.now();
    this.#isDue = true;
  }

  /** Checks for live processes, about once a second, and ends the leases of those that are gone. */
  async look(client: Client): Promise<void> {
    const { rows } = await client.query<{ id: number }>(LIVING);
    const now = performance.now();
    for (const { id } of rows) this.#lastSeen.set(id, now);
    for (const [id, at] of this.#lastSeen) {
      if (now - at < ABSENCE_MS) continue;
      this.#lastSeen.delete(id);
      this.#isDue = true;
    }
    if (!this.#isDue || now - this.#connectedAt < ABSENCE_MS) return;
    this.#isDue = false;
    const living = [...this.#lastSeen.keys()];
    // Checked again in the statement itself: a process that started since has its lock before it takes a lease.
    const isOver = part`leased_by <> ALL (${living}::int[]) AND leased_by NOT IN (${constantPart(LIVING)})`;
    this.#endLeases(isOver).catch((error: unknown) => {
      this.#isDue = true;
      this.#onFault(error);
    });
  }
}
