import type { DeliveryProblem } from './delivery-error';
import type { MailKind } from './mail-content';
import type { Channel, MessageId } from './new-message';
import type { PushKind } from './phone-alerts/phone-alert';
import type { NoticedChange } from './notices/account-notice';
import type { WebhookEventType } from './webhook-event';

/** A message without its content. */
export type MessageStatus = {
  id: MessageId;
  channel: Channel;
  kind: MailKind | NoticedChange | WebhookEventType | PushKind;
  /** A mail address, the address of a webhook, the host of a push service, or the user ID of a notice or an alert. */
  to: string;
  about: string | null;
  queuedAt: Date;
  /** Attempts that were begun since it was queued, or sent again. */
  attempts: number;
  /** Times that it was sent again as a dead letter. */
  replays: number;
  /** The problem of the last failed attempt. */
  lastProblem: DeliveryProblem | null;
} & (
  | { state: 'pending'; dueAt: Date }
  /**
   * `delivered`: accepted by the mail server or the webhook. `dead`: given up; can be replayed. `withdrawn` and
   * `expired`: cancelled, or obsolete, before it was sent.
   */
  | { state: 'delivered' | 'dead' | 'withdrawn' | 'expired'; endedAt: Date }
);
