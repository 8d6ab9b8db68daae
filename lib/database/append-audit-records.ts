import type { AuditEvent } from '../audit/audit-event';
import type { AuditHead } from '../audit/audit-log';
import { canonicalRecord, splitEvent } from '../audit/audit-record';
import type { ChainHashes } from '../audit/chain-hashes';
import type { Prisma } from '../generated/prisma/client';
import { StatementError, type Sql } from './sql';

/** What the database's function `append_audit_records` takes: where the chain ends, and what comes next as JSON. */
export type Appending = AuditHead & { records: string };

const NOTHING: Appending = { sequenceNumber: 0, hash: '', records: '[]' };

/** The function's own SQLSTATE: the chain does not end where the records begin. */
const CHAIN_MOVED = 'TA001';

/** Each time another process has appended meanwhile, so that so many times in a row are none of chance. */
const MOST_TRIES = 100;

/** Appends events to the audit chain; one for each process, because it remembers where the chain ends. */
export class AuditAppender {
  readonly #hashes: ChainHashes;
  /** What this process appended last: most often still the end, which saves asking. */
  #lastAppended: AuditHead | null = null;
  /** Settled when the statement that appends now has ended. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(hashes: ChainHashes) {
    this.#hashes = hashes;
  }

  /**
   * Makes a change and appends what it is about in one statement. Statements of one process take turns, so that none is
   * refused because of another; one that another process came before is made again.
   * @param at when it happened
   * @param statement calls `append_audit_records` with what it is given, once or not at all
   * @returns its rows, of which there are none when it has not appended
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
      // Unknown when the statement fails.
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
   * Appends inside a transaction. Call it last: it holds up every other writer until the end.
   * @param at when it happened
   */
  async append(transaction: Prisma.TransactionClient, events: readonly AuditEvent[], at: Date): Promise<void> {
    if (events.length === 0) return;
    const head = await lockHead(transaction);
    const { appending, next } = this.#prepare(head, events, at);
    await transaction.$queryRaw`
      SELECT append_audit_records(${appending.sequenceNumber}::int, ${appending.hash}, ${appending.records}::jsonb)::text`;
    this.#lastAppended = next;
  }

  /** Hashes the events into the chain from its end on. */
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

/** @returns where the chain ends, which stays there until the transaction does */
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
