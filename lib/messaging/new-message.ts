import type { User } from '../accounts/users/user';
import type { Language } from '../shared/language';
import type { MailAddress } from '../shared/mail-address';
import type { NewNotice } from './notices/account-notice';
import type { NewAlert, PushContent } from './phone-alerts/phone-alert';
import { endOf, type MailContent } from './mail-content';
import type { WebhookEvent } from './webhook-event';
import { prefixedId } from '../shared/identifiers/prefixed-id';
import type { AuditEvent } from '../audit/audit-event';

/** A mail to one address. */
export type NewMail = {
  channel: 'mail';
  to: MailAddress;
  /** The reader's. */
  domain: string;
  language: Language;
  /** IANA name of the zone of its times; null for the site's. */
  timeZone: string | null;
  content: MailContent;
  /** What it belongs to, such as an invitation's identifier, by which its delivery is followed or withdrawn. */
  about: string | null;
  /** When it becomes obsolete: it is not sent after that, and its content is erased. Null for never. */
  expiresAt: Date | null;
  /** Given where the same mail may be written twice, to be sent once. */
  id?: MessageId;
};

/** An event for every configured webhook; each is delivered and retried on its own. */
export type NewWebhookEvent = { channel: 'webhook'; event: WebhookEvent; about: string | null };

/** An alert of one device, by its browser's push service. */
export type NewPush = {
  channel: 'push';
  id: MessageId;
  /** Host of the push service, by which a service that is slow or silent delays no other. */
  to: string;
  /** Of the device's user. */
  domain: string;
  instanceId: string;
  language: Language;
  push: PushContent;
  expiresAt: Date;
};

/**
 * A message about a change. It is appended to the outbox in the transaction of the change, so that a change that is
 * rolled back sends nothing.
 */
export type NewMessage = NewMail | NewNotice | NewWebhookEvent | NewAlert | NewPush;

export type Channel = NewMessage['channel'];

/**
 * Names a message of the outbox, the same at every attempt: `msg-` and 32 hexadecimal digits, 128 random bits. Not
 * secret.
 */
export type MessageId = string & { readonly brand: 'MessageId' };

export const { parse: parseMessageId, generate: generateMessageId } = prefixedId<MessageId>('msg');

/** @param about identifier of what the event belongs to */
export function webhook(event: WebhookEvent, about: string): NewWebhookEvent {
  return { channel: 'webhook', event, about };
}

/** Persisted in the same transaction as the change: all of it or nothing. */
export type SideEffects = { events: AuditEvent[]; messages: NewMessage[] };

type Reader = Pick<User, 'domain' | 'language' | 'timeZone'>;

/**
 * A mail in its reader's language and time zone.
 * @param about what it belongs to, such as an invitation's identifier
 * @param expiresAt when it becomes obsolete, where its content does not say that; null for never
 */
export function mailTo(
  to: MailAddress,
  { domain, language, timeZone }: Reader,
  content: MailContent,
  about: string | null = null,
  expiresAt: Date | null = endOf(content),
): NewMail {
  return { channel: 'mail', to, domain, language, timeZone, content, about, expiresAt };
}

/** One mail to each address of a user. */
export function mailsTo(
  user: Reader & Pick<User, 'mailAddresses'>,
  content: MailContent,
  about: string | null = null,
  expiresAt: Date | null = endOf(content),
): NewMail[] {
  return user.mailAddresses.map((to) => mailTo(to, user, content, about, expiresAt));
}
