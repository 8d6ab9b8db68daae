import type { Language } from '../accounts/users/language';
import type { MailAddress } from '../shared/mail-address';
import type { MailContent } from './mail-content';
import type { WebhookEvent } from './webhook-event';

/** A mail to one address. */
export type NewMail = {
  channel: 'mail';
  to: MailAddress;
  language: Language;
  content: MailContent;
  /** What it belongs to, such as an invitation's identifier, by which its delivery is followed or called off. */
  about: string | null;
  /** When it is of no use any more: it is not sent after that, and its content is erased. Null for never. */
  expiresAt: Date | null;
};

/** An event for every webhook that is configured; each of them is delivered and retried for itself. */
export type NewWebhookEvent = { channel: 'webhook'; event: WebhookEvent; about: string | null };

/**
 * What a change has to tell the outside. Whoever stores the change appends its messages in the same transaction: a change
 * that is rolled back sends nothing.
 */
export type NewMessage = NewMail | NewWebhookEvent;

export type Channel = NewMessage['channel'];
