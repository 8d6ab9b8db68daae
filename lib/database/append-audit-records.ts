import type { AuditEvent } from '../audit/audit-event';
import type { AuditHead } from '../audit/audit-log';
import { canonicalRecord, splitEvent } from '../audit/audit-record';
import type { ChainHashes } from '../audit/chain-hashes';
import type { Prisma } from '../generated/prisma/client';

/** Appends events to the audit chain; one for each process, because it remembers where the chain ends. */
export class AuditAppender {
  readonly #hashes: ChainHashes;
  /** What this process appended last: most often still the end, which saves asking. */
  #lastAppended: AuditHead | null = null;

  constructor(hashes: ChainHashes) {
    this.#hashes = hashes;
  }

  /**
   * Appends inside a transaction. Call it last: it holds up every other writer until the end.
   * @param at when it happened
   */
  async append(transaction: Prisma.TransactionClient, events: readonly AuditEvent[], at: Date): Promise<void> {
    if (events.length === 0 || (await this.appendAtRemembered(transaction, events, at))) return;
    const head = await lockHead(transaction);
    if (!(await this.#appendAt(transaction, head, events, at)))
      throw new TypeError('the end of the audit chain moved while it was locked');
  }

  /**
   * Appends in one statement, provided that nobody else has appended since this process did.
   * @returns false when somebody has; nothing is changed then
   */
  async appendAtRemembered(
    client: Prisma.TransactionClient,
    events: readonly AuditEvent[],
    at: Date,
  ): Promise<boolean> {
    return this.#lastAppended !== null && (await this.#appendAt(client, this.#lastAppended, events, at));
  }

  async #appendAt(
    client: Prisma.TransactionClient,
    head: AuditHead,
    events: readonly AuditEvent[],
    at: Date,
  ): Promise<boolean> {
    const keyId = this.#hashes.currentKeyId;
    let { sequenceNumber, hash: previousHash } = head;
    const rows = [];
    for (const event of events) {
      sequenceNumber += 1;
      const hash = this.#hash(canonicalRecord({ sequenceNumber, at, event, previousHash, keyId }));
      const { context, fact } = splitEvent(event);
      const { actor, subject, correlationId: correlation_id, address } = context;
      const [subject_user_id, subject_domain] = subject ? [subject.userId, subject.domain] : [null, null];
      const circumstances = { subject_user_id, subject_domain, actor, fact, correlation_id, address };
      rows.push({ sequence_number: sequenceNumber, at, ...circumstances, previous_hash: previousHash, hash });
      previousHash = hash;
    }
    // Of two who are at it at once the second waits here for the first's end, and then finds another head.
    const appended = await client.$executeRaw`
      WITH head AS (
        UPDATE audit_head SET sequence_number = ${sequenceNumber}::int, hash = ${previousHash}, key_id = ${keyId}
        WHERE sequence_number = ${head.sequenceNumber}::int AND hash = ${head.hash} RETURNING key_id)
      INSERT INTO audit_record (sequence_number, at, subject_user_id, subject_domain, actor, fact, correlation_id,
        address, previous_hash, hash, key_id)
      SELECT record.sequence_number, record.at, record.subject_user_id, record.subject_domain, record.actor, record.fact,
        record.correlation_id, record.address, record.previous_hash, record.hash, head.key_id
      FROM head, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS record(sequence_number int, at timestamptz,
        subject_user_id text, subject_domain text, actor jsonb, fact jsonb, correlation_id text, address text,
        previous_hash text, hash text)`;
    if (appended === 0) return false;
    this.#lastAppended = { sequenceNumber, hash: previousHash };
    return true;
  }

  #hash(text: string): string {
    const hash = this.#hashes.hash(text, this.#hashes.currentKeyId);
    if (hash === null) throw new TypeError('the audit chain has no current key');
    return hash;
  }
}

/** @returns where the chain ends, which stays there until the transaction does */
async function lockHead(transaction: Prisma.TransactionClient): Promise<AuditHead> {
  const [head] = await transaction.$queryRaw<AuditHead[]>`
    SELECT sequence_number AS "sequenceNumber", hash FROM audit_head FOR UPDATE`;
  if (!head) throw new TypeError('the audit chain has no head');
  return head;
}
