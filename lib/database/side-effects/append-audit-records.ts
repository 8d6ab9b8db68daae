import { domainOfEvent, type AuditEvent } from '../../audit/audit-event';
import type { AuditHead } from '../../audit/audit-log';
import { canonicalRecord, splitEvent } from '../../audit/audit-record';
import type { ChainHashes } from '../../audit/chain-hashes';
import type { Prisma } from '../../generated/prisma/client';
import { noticesOf } from '../../messaging/notices/notices-of';
import type { Encrypter } from '../../shared/encrypter';
import { type Random, systemRandom } from '../../shared/random';
import { part, type Statement, type SqlPart, StatementError } from '../sql';
import { noticeRow } from './append-messages';
import { withDeviceNames } from './name-devices';

/** Arguments of the database's function `append_events_with_notices`: the expected head, the next records, and their notices as JSON. */
type Appending = AuditHead & { records: string; notices: string };

const NOTHING: Appending = { sequenceNumber: 0, hash: '', records: '[]', notices: '[]' };

/** SQLSTATE of `append_audit_records`: the chain does not end where the records begin. */
const CHAIN_MOVED = 'TA001';

/** Each try fails only if another process has appended meanwhile, so this many failures in a row are no coincidence. */
const MOST_TRIES = 100;

/**
 * Appends events to the audit chain, and their notices to the outbox. Nothing else writes to either, so that notices do
 * not depend on which store writes an event. One instance per process, because it caches the head of the chain.
 */
export class AuditAppender {
  readonly #hashes: ChainHashes;
  readonly #encrypter: Encrypter;
  readonly #domain: string | null;
  readonly #random: Random;
  /** The last record that this process appended. It usually is still the head, which saves a query. */
  #lastAppended: AuditHead | null = null;
  /** Settles when the statement that is appending has ended. */
  #turn: Promise<unknown> = Promise.resolve();

  /**
   * @param encrypter of the outbox
   * @param site its domain, for what concerns nobody; left out where no site is open
   */
  constructor(hashes: ChainHashes, encrypter: Encrypter, site: { domain?: string; random?: Random } = {}) {
    this.#hashes = hashes;
    this.#encrypter = encrypter;
    this.#domain = site.domain ?? null;
    this.#random = site.random ?? systemRandom;
  }

  /**
   * Makes a change and appends its audit events in one statement. Statements of one process run one after the other, so
   * that they never conflict; a conflict with another process is retried.
   * @param at time of the events
   * @param statement selects the expression that appends, once or not at all
   * @returns its rows; none when it did not append
   */
  async appendWithin<Row>(
    sql: Statement,
    events: readonly AuditEvent[],
    at: Date,
    statement: (append: SqlPart) => Promise<Row[]>,
  ): Promise<Row[]> {
    if (events.length === 0) return statement(appendEvents(NOTHING));
    const named = this.#withDomain(await withDeviceNames(sql, events));
    const notices = await this.#noticesOf(named, at);
    const turn = this.#turn.then(() =>
      this.#sendUntilFirst(sql, named, at, (appending) => statement(appendEvents({ ...appending, notices }))),
    );
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #sendUntilFirst<Row>(
    sql: Statement,
    events: readonly AuditEvent[],
    at: Date,
    statement: (appending: Omit<Appending, 'notices'>) => Promise<Row[]>,
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
    const named = this.#withDomain(
      await withDeviceNames((text, ...values) => transaction.$queryRaw(text, ...values), events),
    );
    const notices = await this.#noticesOf(named, at);
    const head = await lockHead(transaction);
    const { appending, next } = this.#prepare(head, named, at);
    const { sequenceNumber, hash, records } = appending;
    await transaction.$queryRaw`
      SELECT append_events_with_notices(${sequenceNumber}::int, ${hash}, ${records}::jsonb, ${notices}::jsonb)::text`;
    this.#lastAppended = next;
  }

  /** @returns JSON */
  async #noticesOf(events: readonly AuditEvent[], at: Date): Promise<string> {
    const rows = noticesOf(events, at).map(async (notice) => {
      const { id, kind, destination, domain, encryptedContent, queuedAt } = await noticeRow(
        this.#encrypter,
        this.#random,
        notice,
        at,
      );
      return { id, kind, destination, domain, encrypted_content: encryptedContent, queued_at: queuedAt };
    });
    return JSON.stringify(await Promise.all(rows));
  }

  /** Names the domain where the event does not, so that staff of another one do not read it. */
  #withDomain(events: readonly AuditEvent[]): readonly AuditEvent[] {
    const domain = this.#domain;
    if (domain === null) return events;
    return events.map((event) =>
      domainOfEvent(event) === null ? { ...event, actor: { ...event.actor, domain } } : event,
    );
  }

  /** Chains the events to the head. */
  #prepare(
    head: AuditHead,
    events: readonly AuditEvent[],
    at: Date,
  ): { appending: Omit<Appending, 'notices'>; next: AuditHead } {
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

function appendEvents({ sequenceNumber, hash, records, notices }: Appending): SqlPart {
  return part`append_events_with_notices(${sequenceNumber}::int, ${hash}, ${records}::jsonb, ${notices}::jsonb)::text`;
}

async function findHead(sql: Statement): Promise<AuditHead> {
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
