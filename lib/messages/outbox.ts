import type { AuditEvent } from '../audit/audit-event';
import type { Result } from '../shared/result';
import type { MessageId } from './message-id';
import type { DeliveryProblem } from './delivery-error';
import type { Channel, NewMail } from './new-message';
import type { WebhookEvent } from './webhook-event';
import type { MailKind } from './mail-content';
import type { WebhookEventType } from './webhook-event';

/** A message with the one place it goes to. */
export type Delivery =
  (NewMail & { id: MessageId }) | { id: MessageId; channel: 'webhook'; to: string; event: WebhookEvent };

/** A delivery in the care of one process. @property attempt 1 for the first */
export type ClaimedDelivery = { delivery: Delivery; attempt: number; queuedAt: Date };

/** What is known of a message without its content. */
export type MessageStatus = {
  id: MessageId;
  channel: Channel;
  kind: MailKind | WebhookEventType;
  /** A mail address, or the address of a webhook. */
  to: string;
  about: string | null;
  queuedAt: Date;
  attempts: number;
  /** What the last failed try met with. */
  lastProblem: DeliveryProblem | null;
} & (
  | { state: 'pending'; dueAt: Date }
  /** The mail server, or the webhook's server, has taken it over. */
  | { state: 'delivered'; endedAt: Date }
  /** Given up; can be replayed. */
  | { state: 'dead'; endedAt: Date }
  /** Called off, or no longer of use, before it could be sent. */
  | { state: 'withdrawn' | 'expired'; endedAt: Date }
);

/** How a channel is doing. */
export type ChannelState = {
  pending: number;
  dead: number;
  /** Since when nothing could be delivered at all; null when the last try went well or nothing waits. */
  failingSince: Date | null;
};

/**
 * PORT: messages that are to be sent. They get in through the stores of what they tell of, in the same transaction.
 *
 * What is guaranteed: a message of a committed change is tried until it is delivered, expires, is withdrawn, or has
 * failed for good; at any moment at most one process has it in its care. What is not: when a process dies, or is held up
 * for longer than its claim, after the other side took a message and before that was noted, the message is sent a second
 * time. It has the same identifier then, by which the other side can tell.
 */
export interface Outbox {
  /**
   * Takes messages that are due and in nobody's care, the longest due first; counts a try for each. What has expired is
   * put aside instead.
   * @param until when the claim ends by itself, so that what a dead process had is taken over
   */
  claim(now: Date, until: Date, limit: number): Promise<ClaimedDelivery[]>;
  /** Notes that the other side has it, and erases the content; whoever's claim it is by now. */
  markDelivered(id: MessageId, at: Date): Promise<void>;
  /** Does nothing when somebody else has claimed it since. @param attempt that of one's claim */
  retry(id: MessageId, attempt: number, dueAt: Date, problem: DeliveryProblem): Promise<void>;
  /** Gives it up: it becomes a dead letter. Does nothing when somebody else has claimed it since. */
  bury(id: MessageId, attempt: number, at: Date, problem: DeliveryProblem): Promise<void>;
  /** Of everything that belongs to something, in the order it was queued. */
  listAbout(about: string): Promise<MessageStatus[]>;
  /** Dead letters, the newest first. @param before identifier of the last one already seen; null to start */
  listDead(before: MessageId | null, limit: number): Promise<MessageStatus[]>;
  /** Lets a dead letter be tried again from the start, with the audit events in the same transaction. */
  replay(id: MessageId, now: Date, events: AuditEvent[]): Promise<Result<null, 'not-dead' | 'expired'>>;
  state(): Promise<Record<Channel, ChannelState>>;
  /** Forgets what ended before then. @returns how many */
  purge(before: Date): Promise<number>;
}
