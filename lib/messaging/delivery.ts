import type { NewMail, NewPush, MessageId } from './new-message';
import type { NewNotice } from './notices/account-notice';
import type { NewAlert } from './phone-alerts/phone-alert';
import type { AuditHeadEvent, WebhookEvent, WebhookTestEvent } from './webhook-event';

/** A message for one destination; the same at every attempt. */
type OnItsWay = { id: MessageId; queuedAt: Date };

export type MailDelivery = OnItsWay & Pick<NewMail, 'channel' | 'to' | 'language' | 'timeZone' | 'content'>;

export type NoticeDelivery = OnItsWay & NewNotice & { to: string };

/** @property to address of the webhook */
export type WebhookDelivery = OnItsWay & {
  channel: 'webhook';
  to: string;
  event: WebhookEvent | AuditHeadEvent | WebhookTestEvent;
};

export type AlertDelivery = OnItsWay & NewAlert & { to: string };

/** @property to host of the push service */
export type PushDelivery = OnItsWay & Omit<NewPush, 'id' | 'domain'>;

export type Delivery = MailDelivery | NoticeDelivery | WebhookDelivery | AlertDelivery | PushDelivery;
