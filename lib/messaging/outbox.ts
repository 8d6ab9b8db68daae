import type { AuditEvent } from '../audit/audit-event';
import type { Result } from '../shared/result';
import { EVERY_DOMAIN, type DomainOfReader } from '../shared/identifiers/user-key';
import type { SortOrder } from '../shared/sort-order';
import type { Delivery } from './delivery';
import type { DeliveryProblem } from './delivery-error';
import type { MessageStatus } from './message-status';
import type { Channel, MessageId } from './new-message';
import { MINUTE } from '../shared/time/duration';

/** A delivery that this process has leased. @property attempt 1 for the first @property about what it belongs to */
export type LeasedDelivery = { delivery: Delivery; attempt: number; about: string | null };

/** What dead letters can be sorted by. */
export const DEAD_LETTER_SORT_KEYS = ['kind', 'attempts', 'queuedAt'] as const;

export type DeadLetterOrder = SortOrder<(typeof DEAD_LETTER_SORT_KEYS)[number]>;

/** Part of a channel, by the destination of its messages. */
export type Lane = { only: string } | { except: readonly string[] };

export const WHOLE_CHANNEL: Lane = { except: [] };

/** State of a channel. */
export type ChannelState = {
  pending: number;
  dead: number;
  /** Of those that are pending; null without any. */
  oldestQueuedAt: Date | null;
  /** When the oldest message with a failed attempt was queued, unless another has been delivered since. */
  failingSince: Date | null;
};

/**
 * PORT: the outbox. Stores append messages to it in the transactions of their changes.
 *
 * Delivery is at least once: a message of a committed change is attempted until it is delivered, expires, is withdrawn,
 * or becomes a dead letter, whatever crashes. Leases keep two processes from sending it, as long as attempts end before
 * their leases and clocks agree to within the difference. A message is sent again when a process ends, or is held up
 * beyond its lease, after the other side has accepted the message and before that was recorded. It then has the same
 * identifier, by which the other side can deduplicate.
 */
export interface Outbox {
  /**
   * Leases messages that are due, the longest due first, and counts an attempt for each. Expired messages end instead;
   * unreadable ones become dead letters.
   * @param until end of the lease, after which another process takes over
   */
  lease(channel: Channel, now: Date, until: Date, limit: number, lane?: Lane): Promise<LeasedDelivery[]>;
  /** Records the delivery, whichever process has the lease by now, and erases the content. */
  markDelivered(id: MessageId, at: Date): Promise<void>;
  /**
   * Schedules the next attempt. Does nothing when another process has leased the message. @param attempt of one's lease
   */
  retry(id: MessageId, attempt: number, dueAt: Date, problem: DeliveryProblem): Promise<void>;
  /** Makes it a dead letter. Does nothing when another process has leased the message. @param attempt of one's lease */
  bury(id: MessageId, attempt: number, at: Date, problem: DeliveryProblem): Promise<void>;
  /** All messages about something, in the order of queueing. */
  listAbout(about: string): Promise<MessageStatus[]>;
  /** Dead letters of the reader's domain, those first that were given up last, or by `order`. @param skip how many of them to leave out */
  listDead(
    domain: DomainOfReader,
    limit: number,
    order?: DeadLetterOrder | null,
    skip?: number,
  ): Promise<MessageStatus[]>;
  /** Makes a dead letter pending again with fresh attempts, in one transaction with the audit events. */
  replay(
    id: MessageId,
    domain: DomainOfReader,
    now: Date,
    events: AuditEvent[],
  ): Promise<Result<null, 'not-dead' | 'expired'>>;
  state(domain: DomainOfReader): Promise<Record<Channel, ChannelState>>;
  /** Deletes what ended before then, dead letters included. @returns how many */
  purge(before: Date): Promise<number>;
}

/** A single failed attempt is no outage. */
const FAILING_AFTER_MS = MINUTE;

/**
 * Whether mails and webhooks are delivered: `failing` when messages have failed and none was delivered for a minute. A
 * notice that does not become a mail is a mail that fails.
 */
export async function deliveryHealth(outbox: Outbox, now: Date): Promise<Record<'mail' | 'webhook', 'ok' | 'failing'>> {
  const { mail, notice, webhook } = await outbox.state(EVERY_DOMAIN);
  const health = (...states: ChannelState[]) =>
    states.some(({ failingSince }) => failingSince && now.getTime() - failingSince.getTime() > FAILING_AFTER_MS)
      ? 'failing'
      : 'ok';
  return { mail: health(mail, notice), webhook: health(webhook) };
}
