import type { Actor, AuditEvent, AuditEventType, AuditFact, Subject } from '../../../audit/audit-event';
import type { AuditHead, AuditLog, AuditFilter } from '../../../audit/audit-log';
import type { AuditRecord } from '../../../audit/audit-record';
import { Prisma, type AuditRecord as AuditRecordRow, type PrismaClient } from '../../../generated/prisma/client';
import type { Clock } from '../../../shared/time/clock';
import { EVERY_DOMAIN, type DomainOfReader } from '../../../shared/identifiers/user-key';
import type { ListPage } from '../../../shared/export/export-rows';
import type { AuditAppender } from '../../side-effects/append-audit-records';
import type { Database } from '../../database';
import type { Sql } from '../../sql';
import { reading } from '../../reading';

const COLUMNS = Prisma.sql`sequence_number AS "sequenceNumber", at, subject_user_id AS "subjectUserId",
  subject_domain AS "subjectDomain", actor, fact, correlation_id AS "correlationId", address,
  previous_hash AS "previousHash", hash, key_id AS "keyId"`;

export class PrismaAuditLog implements AuditLog {
  readonly #client: PrismaClient;
  readonly #sql: Sql;
  readonly #clock: Clock;
  readonly #appender: AuditAppender;

  constructor({ client, sql }: Pick<Database, 'client' | 'sql'>, clock: Clock, appender: AuditAppender) {
    this.#client = client;
    this.#sql = sql;
    this.#clock = clock;
    this.#appender = appender;
  }

  async append(...events: AuditEvent[]): Promise<void> {
    if (events.length === 0) return;
    const sql = this.#sql;
    await this.#appender.appendWithin(
      sql,
      events,
      this.#clock.now(),
      // The pool repeats statements that begin with SELECT; this one must not be repeated.
      (append) => sql`WITH change AS (SELECT) SELECT ${append} FROM change`,
    );
  }

  async listFor(subject: NonNullable<Subject>, limit: number): Promise<AuditRecord[]> {
    const where = { subjectUserId: subject.userId, subjectDomain: subject.domain };
    const rows = await this.#client.auditRecord.findMany({ where, orderBy: { sequenceNumber: 'desc' }, take: limit });
    return rows.map(recordFromRow);
  }

  async listNewestOf(type: AuditEventType, domain: string, userIds: readonly string[]): Promise<AuditRecord[]> {
    const rows = await reading(
      () => this.#client.$queryRaw<AuditRecordRow[]>`
      SELECT DISTINCT ON (subject_user_id) ${COLUMNS} FROM audit_record
      WHERE subject_user_id = ANY (${[...userIds]}) AND subject_domain = ${domain} AND fact ->> 'type' = ${type}
      ORDER BY subject_user_id, sequence_number DESC`,
    );
    return rows.map(recordFromRow);
  }

  async listForServiceAccount(id: string, domain: DomainOfReader, limit: number): Promise<AuditRecord[]> {
    const rows = await reading(
      () => this.#client.$queryRaw<AuditRecordRow[]>`
      SELECT ${COLUMNS} FROM audit_record 
      WHERE ${Prisma.join([Prisma.sql`fact ->> 'serviceAccountId' = ${id}`, ...ofDomain(domain)], ' AND ')}
      ORDER BY at DESC, sequence_number DESC LIMIT ${limit}`,
    );
    return rows.map(recordFromRow);
  }

  async read(after: number, limit: number): Promise<AuditRecord[]> {
    const where = { sequenceNumber: { gt: after } };
    const rows = await this.#client.auditRecord.findMany({ where, orderBy: { sequenceNumber: 'asc' }, take: limit });
    return rows.map(recordFromRow);
  }

  async list(filter: AuditFilter, page: ListPage<number>): Promise<AuditRecord[]> {
    const rows = await reading(
      () => this.#client.$queryRaw<AuditRecordRow[]>`
      SELECT ${COLUMNS} FROM ${recordsOf(filter)} WHERE ${Prisma.join([...conditions(filter), ...beyond(page)], ' AND ')}
      ORDER BY ${page.order === 'oldest-first' ? Prisma.sql`at, sequence_number` : Prisma.sql`at DESC, sequence_number DESC`}
      LIMIT ${page.limit}`,
    );
    return rows.map(recordFromRow);
  }

  async count(filter: AuditFilter, limit: number): Promise<number> {
    const [row] = await reading(
      () => this.#client.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM
        (SELECT 1 FROM ${recordsOf(filter)} WHERE ${Prisma.join(conditions(filter), ' AND ')} LIMIT ${limit}) AS matching`,
    );
    return row?.count ?? 0;
  }

  async olderDomain(): Promise<string | null> {
    return (await this.#client.olderDomain.findFirst())?.domain ?? null;
  }

  async head(): Promise<AuditHead> {
    return this.#client.auditHead.findFirstOrThrow({ select: { sequenceNumber: true, hash: true } });
  }
}

/**
 * The records that a search is among: those that mention its text are found first, by their indexes. Otherwise PostgreSQL reads the
 * period in its order until the page is full, which for few hits is all of it.
 */
function recordsOf({ period, text }: AuditFilter): Prisma.Sql {
  if (text === null) return Prisma.sql`audit_record`;
  return Prisma.sql`(WITH found AS MATERIALIZED (SELECT * FROM audit_record
    WHERE ${mentions(text.toLowerCase())} AND at >= ${period.from} AND at < ${period.to}) SELECT * FROM found) AS found`;
}

/** These expressions must match those of the indexes. */
function conditions({ period, domain, type, subjectUserId, actorUserId }: AuditFilter): Prisma.Sql[] {
  return [
    Prisma.sql`at >= ${period.from} AND at < ${period.to}`,
    ...ofDomain(domain),
    ...(type === null ? [] : [Prisma.sql`fact ->> 'type' = ${type}`]),
    ...(subjectUserId === null ? [] : [Prisma.sql`subject_user_id = ${subjectUserId}`]),
    ...(actorUserId === null ? [] : [Prisma.sql`actor ->> 'userId' = ${actorUserId}`]),
  ];
}

/** As `domainOfEvent` has it, and `olderDomain` for records that name none. */
function ofDomain(domain: DomainOfReader): Prisma.Sql[] {
  if (domain === EVERY_DOMAIN) return [];
  const older = Prisma.sql`(SELECT domain FROM older_domain)`;
  return [Prisma.sql`coalesce(subject_domain, fact ->> 'domain', actor ->> 'domain', ${older}) = ${domain}`];
}

/** Whole values, because each of them has an index. */
function mentions(text: string): Prisma.Sql {
  return Prisma.sql`(subject_user_id = ${text} OR actor ->> 'userId' = ${text} OR address = ${text}
    OR correlation_id = ${text} OR lower(fact ->> 'ticket') = ${text}
    OR actor ->> 'serviceAccountId' = ${text} OR fact ->> 'serviceAccountId' = ${text})`;
}

/** Two values instead of one row: only values can bound an index scan. */
function beyond({ order, after }: ListPage<number>): Prisma.Sql[] {
  if (after === null) return [];
  const last = Prisma.sql`((SELECT at FROM audit_record WHERE sequence_number = ${after}), ${after}::int)`;
  return [
    order === 'oldest-first'
      ? Prisma.sql`(at, sequence_number) > ${last}`
      : Prisma.sql`(at, sequence_number) < ${last}`,
  ];
}

function recordFromRow(row: AuditRecordRow): AuditRecord {
  const subject =
    row.subjectUserId === null || row.subjectDomain === null
      ? null
      : { userId: row.subjectUserId, domain: row.subjectDomain };
  const context = { actor: row.actor as Actor, subject, correlationId: row.correlationId, address: row.address };
  const event: AuditEvent = { ...(row.fact as AuditFact), ...context };
  const { sequenceNumber, at, previousHash, keyId, hash } = row;
  return { sequenceNumber, at, event, previousHash, keyId, hash };
}
