import type { AuditLog } from '../audit-log';
import type { AuditRecord } from '../audit-record';
import type { RECEIVER_PROBLEMS } from '../events/record-events';
import type { WordOf } from '../properties';
import type { Clock } from '../../shared/time/clock';
import { MINUTE } from '../../shared/time/duration';

/** Records that are sent over one connection, which syslog holds for seconds. */
const BATCH = 2_000;

/** PORT: takes records over into another system. */
export interface AuditReceiver {
  /**
   * Resolves when the other side has taken all of them over.
   * @throws ReceiverError
   */
  take(records: readonly AuditRecord[], signal: AbortSignal): Promise<void>;
}

/** Why records were not taken over. */
export type ReceiverProblem = WordOf<typeof RECEIVER_PROBLEMS>;

export class ReceiverError extends Error {
  override readonly name = 'ReceiverError';
  readonly code: ReceiverProblem;

  constructor(code: ReceiverProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  /** Compares names: Next.js instantiates modules more than once in a process. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'ReceiverError';
  }
}

/**
 * How far the log has been forwarded.
 * @property position sequence number of the last record that was taken over; 0 for none
 * @property problem of the last attempt; null once one has succeeded
 */
export type ForwardingState = {
  position: number;
  lastTakenAt: Date | null;
  problem: { code: ReceiverProblem; since: Date } | null;
};

/** PORT: remembers how far the log has been forwarded. One process at a time forwards. */
export interface ForwardingStore {
  /** @returns null before the first lease */
  read(): Promise<ForwardingState | null>;
  /**
   * Leases the forwarding to this process. The first lease of all begins behind what was recorded until then.
   * @returns null while another process has the lease
   */
  lease(until: Date, now: Date): Promise<ForwardingState | null>;
  /** Ends the lease. Moves the position, unless it is no longer where it was, and forgets the problem. */
  taken(from: number, to: number, at: Date): Promise<void>;
  /** Ends the lease, and keeps since when there has been a problem. */
  failed(code: ReceiverProblem, at: Date): Promise<void>;
  /** Ends the lease. */
  release(): Promise<void>;
  /** Has everything after this record forwarded again, whatever is being forwarded now. Never leaves a record out. */
  rewind(position: number): Promise<void>;
}

export type ForwardingPorts = {
  audit: Pick<AuditLog, 'read' | 'head'>;
  forwarding: ForwardingStore;
  receiver: AuditReceiver;
  clock: Clock;
};

/** Longer than a batch may take, so that no other process forwards the same meanwhile. */
const LEASE_MS = MINUTE;

/**
 * Forwards what has been recorded since the last time, in order and at least once: the position moves when a batch was taken over.
 * A process that ends in between sends a batch again, whose records have the same numbers.
 * @returns how many were taken over
 * @throws ReceiverError, which is stored before
 */
export async function forwardRecords(
  { audit, forwarding, receiver, clock }: ForwardingPorts,
  signal: AbortSignal,
): Promise<number> {
  let forwarded = 0;
  while (!signal.aborted) {
    const now = clock.now();
    const state = await forwarding.lease(new Date(now.getTime() + LEASE_MS), now);
    if (!state) break;
    const records = await audit.read(state.position, BATCH);
    const last = records.at(-1);
    if (!last) {
      await forwarding.release();
      break;
    }
    try {
      await receiver.take(records, signal);
    } catch (error) {
      // A stop is no fault of the receiver.
      if (signal.aborted) {
        await forwarding.release();
        break;
      }
      if (error instanceof ReceiverError) await forwarding.failed(error.code, clock.now());
      throw error;
    }
    await forwarding.taken(state.position, last.sequenceNumber, clock.now());
    forwarded += records.length;
  }
  return forwarded;
}
