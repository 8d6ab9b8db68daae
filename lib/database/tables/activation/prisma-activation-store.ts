import type { UserKey } from '../../../shared/identifiers/user-key';
import type { Activation, PendingActivation, Requested } from '../../../activation/activation';
import { isPending, PENDING_STATES } from '../../../activation/activation';
import type { ActivationId } from '../../../shared/identifiers/activation-id';
import {
  CLOCK_DOUBT_MS,
  UNCOUNTED_FAILURES,
  type ActivationStore,
  type Started,
  type StartSource,
  type UsedBefore,
} from '../../../activation/activation-store';
import type { AuditEvent } from '../../../audit/audit-event';
import type { InvitationId } from '../../../shared/identifiers/invitation-id';
import type { Prisma, PrismaClient } from '../../../generated/prisma/client';
import type { Clock } from '../../../shared/time/clock';
import { accept, refuse, type Result } from '../../../shared/result';
import { activationFromRow, ROW_PROPERTIES, rowFromActivation, type ActivationRow } from './activation-row';
import { consumeVoucher } from '../accounts/prisma-backup-vouchers';
import type { AuditAppender } from '../../side-effects/append-audit-records';
import { CHANGE_CHANNEL, type Database } from '../../database';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';
import {
  constantPart,
  part,
  sqlWithin,
  type Sql,
  type SqlPart,
  type Statement,
  columnOf,
  violatesUnique,
} from '../../sql';

const PENDING = constantPart(PENDING_STATES.map((state) => `'${state}'`).join(', '));
const SELECTED = constantPart(ROW_PROPERTIES.map((property) => `${columnOf(property)} AS "${property}"`).join(', '));
const WRITTEN = constantPart(ROW_PROPERTIES.map(columnOf).join(', '));

/** Selects what announces the rows of `saved`. */
const ANNOUNCING = part`pg_notify(${CHANGE_CHANNEL}, id)::text,
  CASE WHEN invitation_id IS NOT NULL THEN pg_notify(${CHANGE_CHANNEL}, invitation_id)::text END`;

export class PrismaActivationStore implements ActivationStore {
  readonly #client: PrismaClient;
  readonly #sql: Sql;
  readonly #processId: number;
  readonly #clock: Clock;
  readonly #appender: AuditAppender;
  readonly #persist: PersistSideEffects;

  constructor(
    { client, sql, processId }: Pick<Database, 'client' | 'sql' | 'processId'>,
    clock: Clock,
    appender: AuditAppender,
    persist: PersistSideEffects,
  ) {
    this.#client = client;
    this.#sql = sql;
    this.#processId = processId;
    this.#clock = clock;
    this.#appender = appender;
    this.#persist = persist;
  }

  async find(id: ActivationId, domain: string): Promise<Activation | null> {
    return first(
      await this.#sql.read<ActivationRow>`SELECT ${SELECTED} FROM activation WHERE id = ${id} AND domain = ${domain}`,
    );
  }

  async findPending({ userId, domain }: UserKey): Promise<PendingActivation | null> {
    const activation = first(
      await this.#sql.read<ActivationRow>`
        SELECT ${SELECTED} FROM activation WHERE user_id = ${userId} AND domain = ${domain} AND state IN (${PENDING})`,
    );
    return activation && isPending(activation) ? activation : null;
  }

  async findStarted({ userId, domain }: UserKey, startKey: string | null): Promise<Started> {
    const rows = await this.#sql.read<ActivationRow & { isSame: boolean }>`
      SELECT ${SELECTED}, coalesce(start_key = ${startKey}, false) AS "isSame" FROM activation
      WHERE user_id = ${userId} AND domain = ${domain} AND (start_key = ${startKey} OR state IN (${PENDING}))`;
    const pending = rows.map(activationFromRow).find(isPending) ?? null;
    return { same: first(rows.filter(({ isSame }) => isSame)), pending };
  }

  async findByRegistration(registrationIdentifier: string): Promise<Activation | null> {
    return first(
      await this.#sql.read<ActivationRow>`
        SELECT ${SELECTED} FROM activation WHERE registration_identifier = ${registrationIdentifier}
        ORDER BY requested_at DESC LIMIT 1`,
    );
  }

  async findInvited(invitationId: InvitationId): Promise<Activation | null> {
    const row = await this.#client.activation.findFirst({
      where: { invitationId },
      // On a tie, prefer the one that is still pending.
      orderBy: [{ requestedAt: 'desc' }, { endedAt: { sort: 'desc', nulls: 'first' } }],
    });
    return row && activationFromRow(row);
  }

  async countInvitedMoves(invitationId: InvitationId): Promise<number> {
    const { _sum: sum } = await this.#client.activation.aggregate({ where: { invitationId }, _sum: { version: true } });
    return sum.version ?? 0;
  }

  async listDue(now: Date, limit: number): Promise<PendingActivation[]> {
    const where = { state: { in: [...PENDING_STATES] }, OR: unclaimed(now) };
    const rows = await this.#client.activation.findMany({ where, orderBy: { expiresAt: 'asc' }, take: limit });
    return rows.map(activationFromRow).filter(isPending);
  }

  async lease(id: ActivationId, now: Date, until: Date): Promise<boolean> {
    const where = { id, state: { in: [...PENDING_STATES] }, OR: unclaimed(now) };
    const { count } = await this.#client.activation.updateMany({
      where,
      data: { leasedUntil: until, leasedBy: this.#processId },
    });
    return count === 1;
  }

  async moveLeaseEnd(id: ActivationId, from: Date, to: Date): Promise<void> {
    await this.#client.activation.updateMany({
      where: { id, leasedUntil: from },
      data: { leasedUntil: to, leasedBy: null },
    });
  }

  async countStarts(user: UserKey, since: Date): Promise<number> {
    const [row] = await this.#sql.read<{ count: number }>`
      SELECT count(*)::int AS count FROM activation WHERE ${startsSince(user, since)}`;
    return row?.count ?? 0;
  }

  async oldestStart(user: UserKey, since: Date): Promise<Date | null> {
    const [row] = await this.#sql.read<{ oldest: Date | null }>`
      SELECT min(requested_at) AS oldest FROM activation WHERE ${startsSince(user, since)}`;
    return row?.oldest ?? null;
  }

  async create(
    activation: Requested,
    startKey: string | null,
    leasedUntil: Date,
    events: AuditEvent[],
    from: StartSource | null = null,
  ): Promise<Result<null, 'already-pending' | 'start-key-used' | UsedBefore>> {
    const row = { ...rowFromActivation(activation), startKey, leasedUntil, leasedBy: this.#processId };
    const insertion = inserting(row, activation, from);
    try {
      if (!from || !usesUp(from)) {
        await this.#record(events, (recorded) => this.#sql`${insertion} ${recorded}`);
        return accept(null);
      }
      // A refused or failed insertion leaves what it would use up as it was.
      return await this.#usingUp(from, activation.id, activation.requestedAt, events, async (sql) => {
        await sql`${insertion} SELECT ${ANNOUNCING} FROM saved`;
      });
    } catch (error) {
      if (violatesUnique(error, 'start_key')) return refuse('start-key-used');
      if (violatesUnique(error, 'activation_one_pending', 'user_id')) return refuse('already-pending');
      throw error;
    }
  }

  async goOn({ id }: Activation, from: StartSource, events: AuditEvent[]): Promise<Result<null, UsedBefore>> {
    const now = this.#clock.now();
    const link = async (sql: Statement) => void (await sql`${linking(from, id, now)}`);
    if (usesUp(from)) return this.#usingUp(from, id, now, events, link);
    await link(this.#sql);
    return accept(null);
  }

  async save(
    activation: Activation,
    events: AuditEvent[],
    leasedUntil: Date | null = null,
  ): Promise<Result<null, 'version-moved'>> {
    const row = JSON.stringify(columnsOf(rowFromActivation(activation)));
    const saved = await this.#record(
      events,
      (recorded) => this.#sql`
        WITH saved AS (
          UPDATE activation SET
            (${WRITTEN}) = (SELECT ${WRITTEN} FROM jsonb_populate_record(NULL::activation, ${row}::jsonb)),
            leased_until = coalesce(${leasedUntil}::timestamptz, leased_until),
            leased_by = CASE WHEN ${leasedUntil}::timestamptz IS NULL THEN leased_by END
          WHERE id = ${activation.id} AND version = ${activation.version - 1}::int
          RETURNING id, invitation_id
        ) ${recorded}`,
    );
    return saved.length > 0 ? accept(null) : refuse('version-moved');
  }

  /** Changes nothing, and is refused, if another start was faster. */
  #usingUp(
    from: StartSource,
    id: ActivationId,
    at: Date,
    events: AuditEvent[],
    change: (sql: Statement) => Promise<void>,
  ): Promise<Result<null, UsedBefore>> {
    return this.#client.$transaction(async (transaction) => {
      const used = await useUp(transaction, from, id, at);
      if (!used.ok) return used;
      await change(sqlWithin(transaction));
      await this.#persist(transaction, { events, messages: [] });
      return accept(null);
    });
  }

  /** @param statement ends with `recorded`, which appends the audit records and announces the rows of `saved` */
  async #record(events: AuditEvent[], statement: (recorded: SqlPart) => Promise<unknown[]>): Promise<unknown[]> {
    return this.#appender.appendWithin(this.#sql, events, this.#clock.now(), (append) =>
      statement(part`SELECT ${append}, ${ANNOUNCING} FROM saved`),
    );
  }
}

/** @returns a refusal if another start was faster */
async function useUp(
  transaction: Prisma.TransactionClient,
  { session, recoveryCode, voucher }: StartSource,
  activationId: ActivationId,
  at: Date,
): Promise<Result<null, UsedBefore>> {
  // In the order in which other backups take their locks, which would wait for one another otherwise.
  await transaction.$queryRaw`SELECT id FROM session WHERE id = ${session} FOR UPDATE`;
  if (voucher && !(await consumeVoucher(transaction, voucher, { session, backup: activationId })))
    return refuse('voucher-used');
  if (recoveryCode) {
    const { count } = await transaction.recoveryCode.deleteMany({ where: { id: recoveryCode } });
    if (count === 0) return refuse('recovery-code-used');
  }
  const proof = JSON.stringify({
    ...(recoveryCode && { 'recovery-code': at }),
    ...(voucher && { 'activated-device': at }),
  });
  await transaction.$executeRaw`UPDATE session SET proofs = proofs || ${proof}::jsonb WHERE id = ${session}`;
  return accept(null);
}

function usesUp({ recoveryCode, voucher }: StartSource): boolean {
  return recoveryCode !== null || voucher !== null;
}

/** The beginning of a statement that creates an activation, which is the row of `saved`. */
function inserting(row: object, { id, requestedAt }: Requested, from: StartSource | null): SqlPart {
  const columns = part`${WRITTEN}, start_key, leased_until, leased_by`;
  const json = JSON.stringify(columnsOf(row));
  return part`WITH saved AS (
      INSERT INTO activation (${columns})
      SELECT ${columns} FROM jsonb_populate_record(NULL::activation, ${json}::jsonb)
      RETURNING id, invitation_id
    )${from ? part`, linked AS (${linking(from, id, requestedAt)})` : part``}${from && !usesUp(from) ? vouching(from) : part``}`;
}

/** The device of an activation that nobody else has granted vouches for one backup. */
function vouching({ session }: StartSource): SqlPart {
  return part`, vouching AS (
    INSERT INTO backup_voucher (activation_id, session_id)
    SELECT saved.id, ${session} FROM saved WHERE saved.invitation_id IS NULL)`;
}

/** Links the session's open activation link to an activation. */
function linking({ session }: StartSource, id: ActivationId, now: Date): SqlPart {
  return part`
    UPDATE activation_link SET activation_id = ${id}
    WHERE state = 'opened' AND activation_id IS DISTINCT FROM ${id} AND id = (
      SELECT id FROM activation_link WHERE session_id = ${session} AND ends_at > ${now}::timestamptz
      ORDER BY opened_at DESC LIMIT 1)`;
}

function first([row]: ActivationRow[]): Activation | null {
  return row ? activationFromRow(row) : null;
}

/** A row with its columns' names. */
function columnsOf(row: object): object {
  return Object.fromEntries(Object.entries(row).map(([property, value]) => [columnOf(property), value]));
}

function unclaimed(now: Date): Prisma.ActivationWhereInput[] {
  const future = { gt: new Date(now.getTime() + CLOCK_DOUBT_MS) };
  return [{ leasedUntil: null }, { leasedUntil: { lte: now } }, { leasedUntil: future, requestedAt: future }];
}

/** What counts against a user's starts: not what somebody else has granted, nor what the gateway has refused. */
function startsSince({ userId, domain }: UserKey, since: Date): SqlPart {
  return part`user_id = ${userId} AND domain = ${domain} AND requested_at > ${since}::timestamptz
    AND invitation_id IS NULL AND (failure_reason IS NULL OR failure_reason <> ALL (${UNCOUNTED_FAILURES}::text[]))`;
}
