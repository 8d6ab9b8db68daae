import type { Prisma } from '../../generated/prisma/client';
import { type NewMessage, type NewMail, type NewPush, generateMessageId } from '../../messaging/new-message';
import { outboxKey } from '../../shared/changes/change-feed';
import type { Random } from '../../shared/random';
import type { Encrypter } from '../../shared/encrypter';
import { announceChange } from './announce-change';
import { destinationsOfSystems } from './webhooks-of-systems';
import type { NewNotice } from '../../messaging/notices/account-notice';
import type { NewAlert } from '../../messaging/phone-alerts/phone-alert';
import { reviveContent } from '../../messaging/mail-content';
import type { WebhookEvent } from '../../messaging/webhook-event';

/** The encrypted part of a message: everything but its destination and state. */
type ContentPart =
  | Pick<NewMail, 'language' | 'timeZone' | 'content'>
  | Pick<NewNotice, 'user' | 'alsoTo' | 'notice'>
  | Pick<NewAlert, 'user' | 'except' | 'alert' | 'expiresAt'>
  | Pick<NewPush, 'instanceId' | 'language' | 'push' | 'expiresAt'>
  | { event: WebhookEvent };

/**
 * Appends messages to the outbox, inside the transaction of the change that they report. Call it before the audit
 * records are appended, because that blocks every other writer.
 */
export type AppendMessages = (
  transaction: Prisma.TransactionClient,
  messages: readonly NewMessage[],
  at: Date,
) => Promise<void>;

/**
 * @param webhooks addresses from the settings; every event goes to each of them, and to those of the domain's service
 *   accounts
 * @param alertsPhones whether phones are alerted at all; otherwise alerts are left out
 */
export function messageAppender(
  encrypter: Encrypter,
  random: Random,
  webhooks: readonly string[],
  alertsPhones = false,
): AppendMessages {
  return async (transaction, messages, at) => {
    const rows = await Promise.all(messages.map((message) => rowsOf(transaction, message, at)));
    const data = rows.flat();
    if (data.length === 0) return;
    await transaction.outboxMessage.createMany({ data, skipDuplicates: true });
    await announceChange(transaction, ...new Set(data.map(({ channel }) => outboxKey(channel))));
  };

  async function rowsOf(transaction: Prisma.TransactionClient, message: NewMessage, at: Date) {
    const row = (columns: Columns, part: ContentPart, id = generateMessageId(random)) =>
      rowOf(encrypter, columns, part, at, id);
    if (message.channel === 'webhook') {
      const { channel, event, about } = message;
      const destinations = [...webhooks, ...(await destinationsOfSystems(transaction, event, at))];
      const rows = destinations.map((destination) =>
        row({ channel, kind: event.type, destination, domain: event.domain, about }, { event }),
      );
      return Promise.all(rows);
    }
    if (message.channel === 'notice') return [await noticeRow(encrypter, random, message, at)];
    if (message.channel === 'alert') {
      const { channel, user, except, alert, expiresAt } = message;
      const columns = { channel, kind: alert.kind, destination: user.userId, domain: user.domain, expiresAt };
      return alertsPhones ? [await row(columns, { user, except, alert, expiresAt })] : [];
    }
    if (message.channel === 'push') {
      const { id, channel, to, domain, instanceId, language, push, expiresAt } = message;
      const columns = { channel, kind: push.kind, destination: to, domain, expiresAt };
      return [await row(columns, { instanceId, language, push, expiresAt }, id)];
    }
    const { id, channel, to, domain, language, timeZone, content, about, expiresAt } = message;
    const part = { language, timeZone, content };
    return [await row({ channel, kind: content.kind, destination: to, domain, about, expiresAt }, part, id)];
  }
}

type Columns = Omit<Prisma.OutboxMessageCreateManyInput, 'id' | 'state' | 'encryptedContent' | 'queuedAt' | 'dueAt'>;

async function rowOf(encrypter: Encrypter, columns: Columns, part: ContentPart, at: Date, id: string) {
  const encryptedContent = await encrypter.encrypt(writeContentPart(part), id);
  return { ...columns, id, state: 'pending', encryptedContent, queuedAt: at, dueAt: at };
}

/** The row of a notice, whose mails are written when it is due. */
export function noticeRow(
  encrypter: Encrypter,
  random: Random,
  { channel, user, alsoTo, notice }: NewNotice,
  at: Date,
) {
  const columns = { channel, kind: notice.what, destination: user.userId, domain: user.domain };
  return rowOf(encrypter, columns, { user, alsoTo, notice }, at, generateMessageId(random));
}

/** Withdraws the unsent messages about a subject, inside the transaction that makes them obsolete. */
export async function withdrawMessages(transaction: Prisma.TransactionClient, about: string, at: Date): Promise<void> {
  await transaction.outboxMessage.updateMany({
    where: { about, channel: 'mail', state: { in: ['pending', 'dead'] } },
    data: { state: 'withdrawn', encryptedContent: null, endedAt: at },
  });
}

function writeContentPart(part: ContentPart): string {
  return JSON.stringify(part);
}

/** JSON has no dates: those of a mail are told by its declaration, and a notice and an event have one. */
export function readContentPart(text: string): ContentPart {
  const part = JSON.parse(text) as ContentPart;
  if ('content' in part) return { ...part, content: reviveContent(part.content) };
  if ('notice' in part) return { ...part, notice: { ...part.notice, at: new Date(part.notice.at) } };
  if ('alert' in part || 'push' in part) return { ...part, expiresAt: new Date(part.expiresAt) };
  return { event: { ...part.event, at: new Date(part.event.at) } };
}
