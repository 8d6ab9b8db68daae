import type { AuditEvent } from '../../audit/audit-event';
import type { AuditHead } from '../../audit/audit-log';
import { canonicalRecord, splitEvent } from '../../audit/audit-record';
import type { ChainHashes } from '../../audit/chain-hashes';
import type { Prisma } from '../../generated/prisma/client';
import { StatementError, type Sql } from '../sql';

/**
 * Arguments of the database's function `append_audit_records`: the head that is expected, and the next records as JSON.
 */
export type Appending = AuditHead & { records: string };

const NOTHING: Appending = { sequenceNumber: 0, hash: '', records: '[]' };

/** SQLSTATE of `append_audit_records`: the chain does not end where the records begin. */
const CHAIN_MOVED = 'TA001';

/** Each try fails only if another process has appended meanwhile, so this many in a row are no coincidence. */
const MOST_TRIES = 100;

/** Appends events to the audit chain. One instance per process, because it caches the head of the chain. */
export class AuditAppender {
  readonly #hashes: ChainHashes;
  /** The last record that this process appended. It usually is still the head, which saves a query. */
  #lastAppended: AuditHead | null = null;
  /** Settles when the statement that is appending has ended. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(hashes: ChainHashes) {
    this.#hashes = hashes;
  }

  /**
   * Makes a change and appends its audit events in one statement. Statements of one process run one after the other, so
   * that they never conflict; a conflict with another process is retried.
   * @param at time of the events
   * @param statement calls `append_audit_records` with its arguments, once or not at all
   * @returns its rows; none when it did not append
   */
  async appendWithin<Row>(
    sql: Sql,
    events: readonly AuditEvent[],
    at: Date,
    statement: (appending: Appending) => Promise<Row[]>,
  ): Promise<Row[]> {
    if (events.length === 0) return statement(NOTHING);
    const turn = this.#turn.then(() => this.#sendUntilFirst(sql, events, at, statement));
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #sendUntilFirst<Row>(
    sql: Sql,
    events: readonly AuditEvent[],
    at: Date,
    statement: (appending: Appending) => Promise<Row[]>,
  ): Promise<Row[]> {
    for (let tries = 1; tries <= MOST_TRIES; tries++) {
      const head = this.#lastAppended ?? (await findHead(sql));
      // Unknown if the statement fails.
      this.#lastAppended = null;
      const { appending, next } = this.#prepare(head, events, at);
      try {
        const rows = await statement(appending);
        this.#lastAppended = rows.length > 0 ? next : head;
        return rows;
      } catch (error) {
        if (!(error instanceof StatementError) || error.code !== CHAIN_MOVED) throw error;
      }
    }
    throw new Error('the audit chain moves on faster than this process can append to it');
  }

  /**
   * Appends inside a transaction. Call it last: it blocks every other writer until the transaction ends.
   * @param at time of the events
   */
  async append(transaction: Prisma.TransactionClient, events: readonly AuditEvent[], at: Date): Promise<void> {
    if (events.length === 0) return;
    const head = await lockHead(transaction);
    const { appending, next } = this.#prepare(head, events, at);
    await transaction.$queryRaw`
      SELECT append_audit_records(${appending.sequenceNumber}::int, ${appending.hash}, ${appending.records}::jsonb)::text`;
    this.#lastAppended = next;
  }

  /** Chains the events to the head. */
  #prepare(head: AuditHead, events: readonly AuditEvent[], at: Date): { appending: Appending; next: AuditHead } {
    const keyId = this.#hashes.currentKeyId;
    let { sequenceNumber, hash: previousHash } = head;
    const records = [];
    for (const event of events) {
      sequenceNumber += 1;
      const hash = this.#hash(canonicalRecord({ sequenceNumber, at, event, previousHash, keyId }));
      const { context, fact } = splitEvent(event);
      const { actor, subject, correlationId: correlation_id, address } = context;
      const [subject_user_id, subject_domain] = subject ? [subject.userId, subject.domain] : [null, null];
      const circumstances = { subject_user_id, subject_domain, actor, fact, correlation_id, address };
      const place = { sequence_number: sequenceNumber, previous_hash: previousHash, hash, key_id: keyId };
      records.push({ ...place, at, ...circumstances });
      previousHash = hash;
    }
    return { appending: { ...head, records: JSON.stringify(records) }, next: { sequenceNumber, hash: previousHash } };
  }

  #hash(text: string): string {
    const hash = this.#hashes.hash(text, this.#hashes.currentKeyId);
    if (hash === null) throw new TypeError('the audit chain has no current key');
    return hash;
  }
}

async function findHead(sql: Sql): Promise<AuditHead> {
  return only(await sql<AuditHead>`SELECT sequence_number AS "sequenceNumber", hash FROM audit_head`);
}

/** Locks the head until the transaction ends. */
async function lockHead(transaction: Prisma.TransactionClient): Promise<AuditHead> {
  return only(
    await transaction.$queryRaw<AuditHead[]>`
      SELECT sequence_number AS "sequenceNumber", hash FROM audit_head FOR UPDATE`,
  );
}

function only([head]: AuditHead[]): AuditHead {
  if (!head) throw new TypeError('the audit chain has no head');
  return head;
}
