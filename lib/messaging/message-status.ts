import type { DeliveryProblem } from './delivery-error';
import type { MailKind } from './mail-content';
import type { Channel, MessageId } from './new-message';
import type { WebhookEventType } from './webhook-event';

/** What is known of a message without its content. */
export type MessageStatus = {
  id: MessageId;
  channel: Channel;
  kind: MailKind | WebhookEventType;
  /** A mail address, or the address of a webhook. */
  to: string;
  about: string | null;
  queuedAt: Date;
  /** Tries begun. */
  attempts: number;
  /** What the last try that failed met with. */
  lastProblem: DeliveryProblem | null;
} & (
  | { state: 'pending'; dueAt: Date }
  /**
   * `delivered`: the mail server, or the webhook's, has taken it over. `dead`: given up; can be replayed. `withdrawn` and
   * `expired`: called off, or of no use any more, before it was sent.
   */
  | { state: 'delivered' | 'dead' | 'withdrawn' | 'expired'; endedAt: Date }
);
