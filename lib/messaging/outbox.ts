import type { AuditEvent } from '../audit/audit-event';
import type { Result } from '../shared/result';
import type { Delivery } from './delivery';
import type { DeliveryProblem } from './delivery-error';
import type { MessageStatus } from './message-status';
import type { Channel, MessageId } from './new-message';
import { MINUTE } from '../shared/time/duration';

/** A delivery in the care of one process. @property attempt 1 for the first */
export type LeasedDelivery = { delivery: Delivery; attempt: number };

/** How a channel is doing. */
export type ChannelState = {
  pending: number;
  dead: number;
  /** When the oldest message was queued that waits after a failed try, unless another has been delivered since. */
  failingSince: Date | null;
};

/**
 * PORT: messages that are to be sent. They get in through the stores of what they tell of, in the same transaction.
 *
 * What is guaranteed: a message of a committed change is tried until it is delivered, expires, is withdrawn, or is given
 * up as a dead letter, whatever crashes; and no two processes send it, as long as tries end before their leases do and
 * the processes' clocks agree to within the difference. What is not: when a process ends, or is held up beyond its lease,
 * after the other side took a message and before that was noted, the message is sent once more. It has the same identifier
 * then, by which the other side can tell.
 */
export interface Outbox {
  /**
   * Takes messages that are due and in nobody's care, the longest due first; counts a try for each. What has expired ends
   * instead, and what cannot be read becomes a dead letter.
   * @param until when the lease ends by itself, so that what a dead process had is taken over
   */
  lease(channel: Channel, now: Date, until: Date, limit: number): Promise<LeasedDelivery[]>;
  /** Notes that the other side has it, whoever's care it is in by now, and erases the content. */
  markDelivered(id: MessageId, at: Date): Promise<void>;
  /** Does nothing when somebody else has leased it since. @param attempt that of one's lease */
  retry(id: MessageId, attempt: number, dueAt: Date, problem: DeliveryProblem): Promise<void>;
  /** Makes it a dead letter. Does nothing when somebody else has leased it since. @param attempt that of one's lease */
  bury(id: MessageId, attempt: number, at: Date, problem: DeliveryProblem): Promise<void>;
  /** Everything that belongs to something, in the order it was queued. */
  listAbout(about: string): Promise<MessageStatus[]>;
  /** Dead letters, the newest first. @param before the last one that is known already; null to start */
  listDead(before: MessageStatus | null, limit: number): Promise<MessageStatus[]>;
  /** Lets a dead letter be tried again from the start, in one transaction with the audit events. */
  replay(id: MessageId, now: Date, events: AuditEvent[]): Promise<Result<null, 'not-dead' | 'expired'>>;
  state(): Promise<Record<Channel, ChannelState>>;
  /** Forgets what ended before then, dead letters too. @returns how many */
  purge(before: Date): Promise<number>;
}

/** One try that failed is no trouble yet. */
const PATIENCE_MS = MINUTE;

/** Whether each channel gets messages out: `failing` when for a minute nothing did and something should have. */
export async function deliveryHealth(outbox: Outbox, now: Date): Promise<Record<Channel, 'ok' | 'failing'>> {
  const { mail, webhook } = await outbox.state();
  const health = (failingSince: Date | null) =>
    failingSince !== null && now.getTime() - failingSince.getTime() > PATIENCE_MS ? 'failing' : 'ok';
  return { mail: health(mail.failingSince), webhook: health(webhook.failingSince) };
}
