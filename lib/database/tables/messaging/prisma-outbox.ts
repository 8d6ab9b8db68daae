import type { AuditEvent } from '../../../audit/audit-event';
import type { OutboxMessage, Prisma, PrismaClient } from '../../../generated/prisma/client';
import type { Delivery } from '../../../messaging/delivery';
import type { DeliveryProblem } from '../../../messaging/delivery-error';
import type { MessageStatus } from '../../../messaging/message-status';
import type { Channel, MessageId } from '../../../messaging/new-message';
import { outboxKey } from '../../../shared/changes/change-feed';
import {
  type ChannelState,
  type DeadLetterOrder,
  type Lane,
  type LeasedDelivery,
  type Outbox,
  WHOLE_CHANNEL,
} from '../../../messaging/outbox';
import { EVERY_DOMAIN, type DomainOfReader } from '../../../shared/identifiers/user-key';
import type { Clock } from '../../../shared/time/clock';
import { accept, refuse, type Result } from '../../../shared/result';
import type { Encrypter } from '../../../shared/encrypter';
import { CHANGE_CHANNEL, type Database } from '../../database';
import type { Sql } from '../../sql';
import { purge } from '../../purge';
import { announceChange } from '../../side-effects/announce-change';
import type { AuditAppender } from '../../side-effects/append-audit-records';
import type { MailAddress } from '../../../shared/mail-address';
import { readContentPart } from '../../side-effects/append-messages';
import { present } from '../../present';
import { reading } from '../../reading';

type LeasedRow = Pick<OutboxMessage, 'queuedAt' | 'destination' | 'encryptedContent' | 'attempts' | 'about'> & {
  id: MessageId;
};

export class PrismaOutbox implements Outbox {
  readonly #client: PrismaClient;
  readonly #sql: Sql;
  readonly #processId: number;
  readonly #encrypter: Encrypter;
  readonly #clock: Clock;
  readonly #appender: AuditAppender;

  constructor(
    { client, sql, processId }: Pick<Database, 'client' | 'sql' | 'processId'>,
    encrypter: Encrypter,
    clock: Clock,
    appender: AuditAppender,
  ) {
    this.#client = client;
    this.#sql = sql;
    this.#processId = processId;
    this.#encrypter = encrypter;
    this.#clock = clock;
    this.#appender = appender;
  }

  async lease(
    channel: Channel,
    now: Date,
    until: Date,
    limit: number,
    lane: Lane = WHOLE_CHANNEL,
  ): Promise<LeasedDelivery[]> {
    const [only, except] = 'only' in lane ? [lane.only, []] : [null, lane.except];
    // SKIP LOCKED leaves rows that another process is leasing to it.
    const rows = await this.#sql<LeasedRow | { id: null }>`
      WITH over AS (
        UPDATE outbox_message SET state = 'expired', encrypted_content = NULL, ended_at = ${now}::timestamptz
        WHERE channel = ${channel} AND state = 'pending' AND due_at <= ${now}::timestamptz
          AND expires_at <= ${now}::timestamptz
        RETURNING about
      ), due AS (
        SELECT id FROM outbox_message
        WHERE channel = ${channel} AND state = 'pending' AND due_at <= ${now}::timestamptz
          AND (expires_at IS NULL OR expires_at > ${now}::timestamptz)
          AND (${only}::text IS NULL OR destination = ${only}::text) AND destination <> ALL (${except}::text[])
        ORDER BY due_at, id LIMIT ${limit}::int FOR UPDATE SKIP LOCKED
      ), leased AS (
        UPDATE outbox_message SET
          due_at = ${until}::timestamptz, attempts = attempts + 1, leased_by = ${this.#processId}::int
        FROM due WHERE outbox_message.id = due.id
        RETURNING outbox_message.id, queued_at, destination, encrypted_content, attempts, about
      )
      SELECT id, queued_at AS "queuedAt", destination, encrypted_content AS "encryptedContent", attempts, about,
        NULL AS notified
      FROM leased
      UNION ALL
      SELECT NULL, NULL, NULL, NULL, NULL, NULL, pg_notify(${CHANGE_CHANNEL}, about)::text FROM over WHERE about IS NOT NULL`;
    const leased: LeasedDelivery[] = [];
    const toSend = rows.filter((row): row is LeasedRow => row.id !== null);
    for (const row of toSend.toSorted((left, right) => left.queuedAt.getTime() - right.queuedAt.getTime())) {
      const delivery = await this.#open(row);
      if (delivery) leased.push({ delivery, attempt: row.attempts, about: row.about });
      else await this.bury(row.id, row.attempts, now, 'unreadable');
    }
    return leased;
  }

  /** Which of these messages were tried at least once. */
  async listTried(ids: readonly MessageId[]): Promise<MessageId[]> {
    const rows = await this.#client.outboxMessage.findMany({
      where: { id: { in: [...ids] }, attempts: { gt: 0 } },
      select: { id: true },
    });
    return rows.map(({ id }) => id as MessageId);
  }

  async markDelivered(id: MessageId, at: Date): Promise<void> {
    await this.#sql`
      WITH ended AS (
        UPDATE outbox_message SET state = 'delivered', encrypted_content = NULL, ended_at = ${at}::timestamptz
        WHERE id = ${id} AND state IN ('pending', 'dead') RETURNING about
      )
      SELECT pg_notify(${CHANGE_CHANNEL}, about)::text FROM ended WHERE about IS NOT NULL`;
  }

  async retry(id: MessageId, attempt: number, dueAt: Date, problem: DeliveryProblem): Promise<void> {
    const where = { id, state: 'pending', attempts: attempt };
    await this.#client.outboxMessage.updateMany({ where, data: { dueAt, leasedBy: null, lastProblem: problem } });
  }

  async bury(id: MessageId, attempt: number, at: Date, problem: DeliveryProblem): Promise<void> {
    const where = { id, state: 'pending', attempts: attempt };
    const data = { state: 'dead', endedAt: at, lastProblem: problem };
    await this.#client.$transaction(async (transaction) => {
      const rows = await transaction.outboxMessage.updateManyAndReturn({ where, data, select: { about: true } });
      await announceChange(transaction, ...rows.flatMap(({ about }) => about ?? []));
    });
  }

  async listAbout(about: string): Promise<MessageStatus[]> {
    const rows = await this.#client.outboxMessage.findMany({
      where: { about },
      orderBy: [{ queuedAt: 'asc' }, { id: 'asc' }],
    });
    return rows.map(statusFromRow);
  }

  async listDead(
    domain: DomainOfReader,
    limit: number,
    order: DeadLetterOrder | null = null,
    skip = 0,
  ): Promise<MessageStatus[]> {
    const rows = await this.#client.outboxMessage.findMany({
      where: { state: 'dead', AND: await this.#ofDomain(domain) },
      orderBy: [
        ...(order ? [{ [order.by]: order.direction === 'ascending' ? ('asc' as const) : ('desc' as const) }] : []),
        { endedAt: 'desc' },
        { id: 'desc' },
      ],
      skip,
      take: limit,
    });
    return rows.map(statusFromRow);
  }

  async replay(
    id: MessageId,
    domain: DomainOfReader,
    now: Date,
    events: AuditEvent[],
  ): Promise<Result<null, 'not-dead' | 'expired'>> {
    const ofDomain = await this.#ofDomain(domain);
    return this.#client.$transaction(async (transaction) => {
      const [replayed] = await transaction.outboxMessage.updateManyAndReturn({
        where: { id, state: 'dead', AND: ofDomain, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
        select: { channel: true },
        data: {
          state: 'pending',
          dueAt: now,
          attempts: 0,
          leasedBy: null,
          replays: { increment: 1 },
          lastProblem: null,
          endedAt: null,
        },
      });
      if (!replayed) {
        const isDead = (await transaction.outboxMessage.count({ where: { id, state: 'dead', AND: ofDomain } })) > 0;
        return refuse(isDead ? 'expired' : 'not-dead');
      }
      await announceChange(transaction, outboxKey(replayed.channel));
      await this.#appender.append(transaction, events, this.#clock.now());
      return accept(null);
    });
  }

  async state(domain: DomainOfReader): Promise<Record<Channel, ChannelState>> {
    const only = domain === EVERY_DOMAIN ? null : domain;
    const rows = await reading(
      () => this.#client.$queryRaw<(ChannelState & { channel: Channel })[]>`
      SELECT channel,
        count(*) FILTER (WHERE state = 'pending')::int AS pending,
        count(*) FILTER (WHERE state = 'dead')::int AS dead,
        min(queued_at) FILTER (WHERE state = 'pending') AS "oldestQueuedAt",
        min(queued_at) FILTER (WHERE state = 'pending' AND last_problem IS NOT NULL) AS "failingSince"
      FROM (
        SELECT * FROM outbox_message WHERE state = 'pending' UNION ALL SELECT * FROM outbox_message WHERE state = 'dead'
      ) AS unsent
      WHERE ${only}::text IS NULL OR coalesce(domain, (SELECT domain FROM older_domain)) = ${only}::text
      GROUP BY channel`,
    );
    const states: Record<Channel, ChannelState> = {
      mail: nothingToDo(),
      notice: nothingToDo(),
      webhook: nothingToDo(),
      alert: nothingToDo(),
      push: nothingToDo(),
    };
    for (const { channel, failingSince, ...others } of rows) {
      const isFailing = failingSince !== null && !(await this.#hasDelivered(channel, failingSince));
      states[channel] = { ...others, failingSince: isFailing ? failingSince : null };
    }
    return states;
  }

  async purge(before: Date): Promise<number> {
    return purge(this.#client, {
      table: 'outbox_message',
      by: 'ended_at',
      before,
    });
  }

  /** What a version before wrote without a domain is read by the staff of the one domain that there was. */
  async #ofDomain(domain: DomainOfReader): Promise<Prisma.OutboxMessageWhereInput> {
    if (domain === EVERY_DOMAIN) return {};
    const older = await this.#client.olderDomain.findFirst();
    return older?.domain === domain ? { OR: [{ domain }, { domain: null }] } : { domain };
  }

  async #hasDelivered(channel: Channel, since: Date): Promise<boolean> {
    const where = { channel, state: 'delivered', endedAt: { gt: since } };
    return (await this.#client.outboxMessage.findFirst({ where, select: { id: true } })) !== null;
  }

  async #open(row: LeasedRow): Promise<Delivery | null> {
    try {
      return deliveryFromRow(row, await this.#encrypter.decrypt(row.encryptedContent ?? '', row.id));
    } catch {
      return null;
    }
  }
}

function nothingToDo(): ChannelState {
  return { pending: 0, dead: 0, oldestQueuedAt: null, failingSince: null };
}

/** @param content the row's decrypted content */
function deliveryFromRow({ id, queuedAt, destination }: LeasedRow, content: string): Delivery {
  const part = readContentPart(content);
  const common = { id, queuedAt };
  if ('alert' in part) return { ...common, channel: 'alert', to: destination, ...part };
  if ('push' in part) return { ...common, channel: 'push', to: destination, ...part };
  if ('event' in part) return { ...common, channel: 'webhook', to: destination, ...part };
  return 'notice' in part
    ? { ...common, channel: 'notice', to: destination, ...part }
    : { ...common, channel: 'mail', to: destination as MailAddress, ...part };
}

/** @throws TypeError when the row fits no state, which is a bug of the writer */
function statusFromRow(row: OutboxMessage): MessageStatus {
  const { id, channel, kind, destination, about, queuedAt, attempts, replays, lastProblem, state, dueAt } = row;
  const common = {
    id: id as MessageId,
    channel: channel as Channel,
    kind: kind as MessageStatus['kind'],
    to: destination,
    about,
    queuedAt,
    attempts,
    replays,
    lastProblem: lastProblem as DeliveryProblem | null,
  };
  switch (state) {
    case 'pending':
      return { ...common, state, dueAt };
    case 'delivered':
    case 'dead':
    case 'withdrawn':
    case 'expired':
      return { ...common, state, endedAt: present(row, 'endedAt') };
    default:
      throw new TypeError(`the message ${id} is in the unknown state ${state}`);
  }
}
